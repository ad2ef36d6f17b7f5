import { can } from "@/lib/access/can";
import type { InsideActor } from "@/lib/access/actors";
import { isId } from "@/lib/journey/ids";
import { identify } from "@/server/auth/identify";
import { insideActor } from "@/server/auth/actor";
import type { Identity } from "@/server/auth/identity";
import { pool } from "@/server/db/pool";
import { together } from "@/server/db/together";
import type { HeaderBag } from "@/server/http/site";
import { visitorOf } from "@/server/share/visitor";
import type { LogActor } from "@/server/log/contract";

/** Who sits in a seat. */
export interface Sitter {
  readonly actor: InsideActor;
  /** How the log names them. */
  readonly author: LogActor;
  readonly sessionId: string | null;
  readonly name: string;
  readonly canEdit: boolean;
}

/** What an upgrade carries, kept as long as the socket lives, because it is judged again every minute. */
export interface SeatRequest {
  readonly headers: HeaderBag;
  readonly ip: string;
  readonly journeyId: string;
}

/** `nobody`: no valid session or token. `visitor`: of a share link to this map, which has a stream of its own. `outsider` and `absent` look alike to someone who comes in. */
export type Admission =
  | { readonly ok: true; readonly sitter: Sitter }
  | {
      readonly ok: false;
      readonly reason: "nobody" | "visitor" | "outsider" | "absent";
      readonly userId: string | null;
    };

/** Decides whether a request may have a seat. Asked at the door and again while the socket is open. */
export type Admit = (request: SeatRequest) => Promise<Admission>;

const authorOf = (identity: Identity): LogActor =>
  identity.kind === "user"
    ? { kind: "user", id: identity.userId }
    : { kind: "token", id: identity.tokenId };

interface Asked {
  readonly journeyId: string;
  readonly userId: string;
}

/** A journey, and the one who asks for it; without a role they do not belong. */
interface Place extends Asked {
  readonly workspaceId: string;
  readonly role: string | null;
  readonly name: string;
}

const nameOf = ({ journeyId, userId }: Asked) => `${journeyId} ${userId}`;

// Prepared: after a restart it is asked a hundred times within a second.
const placesSql = `
SELECT j.id AS "journeyId", u.id AS "userId", j."workspaceId", m.role, u.name
FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[])) AS asked(journey, person)
JOIN "Journey" j ON j.id = asked.journey AND j."deletedAt" IS NULL
JOIN "User" u ON u.id = asked.person
LEFT JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = u.id`;

const findPlace = together(async (asked: readonly Asked[]) => {
  const { rows } = await pool().query<Place>({
    name: "find-places",
    text: placesSql,
    values: [
      asked.map(({ journeyId }) => journeyId),
      asked.map(({ userId }) => userId),
    ],
  });
  return new Map(rows.map((row) => [nameOf(row), row]));
}, nameOf);

/** Admits members of the journey's workspace, and programs of theirs. */
export const admitMember: Admit = async ({ headers, ip, journeyId }) => {
  const identity = await identify({ headers, ip });
  if (!identity) {
    const visitor = await visitorOf(headers);
    const isOwnMap = visitor?.journeyId === journeyId;
    const known = isOwnMap ? "visitor" : "absent";
    return { ok: false, reason: visitor ? known : "nobody", userId: null };
  }
  const { userId } = identity;
  const place = isId(journeyId) ? await findPlace({ journeyId, userId }) : null;
  if (!place) return { ok: false, reason: "absent", userId };
  const { workspaceId, role, name } = place;
  const actor = role && insideActor(identity, { workspaceId, role });
  if (!actor || !can(actor, "room:receive"))
    return { ok: false, reason: "outsider", userId };
  const sitter: Sitter = {
    actor,
    author: authorOf(identity),
    sessionId: identity.kind === "user" ? identity.sessionId : null,
    name,
    canEdit: can(actor, "room:update"),
  };
  return { ok: true, sitter };
};
