import { can } from "@/lib/access/can";
import type { InsideActor } from "@/lib/access/actors";
import { isId } from "@/lib/journey/ids";
import { identify } from "@/server/auth/identify";
import { actorIn } from "@/server/auth/actor";
import type { Identity } from "@/server/auth/identity";
import { pool } from "@/server/db/pool";
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

async function findJourney(
  journeyId: string,
): Promise<{ workspaceId: string } | null> {
  if (!isId(journeyId)) return null;
  const { rows } = await pool().query<{ workspaceId: string }>(
    `SELECT "workspaceId" FROM "Journey" WHERE id = $1 AND "deletedAt" IS NULL`,
    [journeyId],
  );
  return rows[0] ?? null;
}

async function nameOf(userId: string): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT name FROM "User" WHERE id = $1`,
    [userId],
  );
  return rows[0]?.name ?? "";
}

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
  const journey = await findJourney(journeyId);
  if (!journey) return { ok: false, reason: "absent", userId };
  const actor = await actorIn(identity, journey.workspaceId);
  if (!actor || !can(actor, "room:receive"))
    return { ok: false, reason: "outsider", userId };
  const sitter: Sitter = {
    actor,
    author: authorOf(identity),
    sessionId: identity.kind === "user" ? identity.sessionId : null,
    name: await nameOf(userId),
    canEdit: can(actor, "room:update"),
  };
  return { ok: true, sitter };
};
