import { can } from "@/lib/access/can";
import type { InsideActor } from "@/lib/access/actors";
import { isId } from "@/lib/journey/ids";
import { insideActor } from "@/server/auth/actor";
import {
  identityOf,
  liveSessions,
  liveTokens,
  noteSeen,
  shownBy,
  type CredentialRow,
  type Shown,
} from "@/server/auth/identify";
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

/** What somebody shows, and the journey they ask for; null: what they name can be none. */
interface Question {
  readonly shown: Shown;
  readonly journeyId: string | null;
}

/** Who it is, and what they are to the journey: without a workspace there is no such journey, without a role they do not belong. */
type FoundRow = CredentialRow & {
  readonly asked: string;
  readonly journeyId: string | null;
  readonly name: string;
  readonly journeyWorkspaceId: string | null;
  readonly role: string | null;
};

const keyOf = (shown: Shown) =>
  shown.kind === "session" ? shown.sessionId : shown.hash;
const nameOf = ({ shown, journeyId }: Question) =>
  `${keyOf(shown)} ${journeyId}`;

// One question for everything about who comes, prepared: after a restart everybody comes within a second.
const findSql = (
  { columns, from, where }: typeof liveSessions | typeof liveTokens,
  key: string,
  type: string,
) => `
SELECT asked.key AS asked, asked.journey AS "journeyId", ${columns}, u.name, j."workspaceId" AS "journeyWorkspaceId", m.role
FROM (SELECT DISTINCT * FROM unnest($1::${type}[], $2::uuid[])) AS asked(key, journey)
JOIN (${from}) ON ${key} = asked.key
LEFT JOIN "Journey" j ON j.id = asked.journey AND j."deletedAt" IS NULL
LEFT JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = u.id
WHERE ${where}`;

const findBy = (kind: Shown["kind"], text: string) =>
  together(async (questions: readonly Question[]) => {
    const { rows } = await pool().query<FoundRow>({
      name: `find-seats-${kind}`,
      text,
      values: [
        questions.map(({ shown }) => keyOf(shown)),
        questions.map(({ journeyId }) => journeyId),
      ],
    });
    await noteSeen(kind, rows);
    return new Map(rows.map((row) => [`${row.asked} ${row.journeyId}`, row]));
  }, nameOf);

const findSeat = {
  session: findBy("session", findSql(liveSessions, "s.id", "uuid")),
  token: findBy("token", findSql(liveTokens, `t."tokenHash"`, "text")),
};

/** Who asks for a seat, and what they are to the journey. */
async function find({ headers, journeyId }: SeatRequest) {
  const shown = await shownBy({ headers });
  if (!shown) return null;
  const named = isId(journeyId) ? journeyId : null;
  const row = await findSeat[shown.kind]({ shown, journeyId: named });
  const identity = row && identityOf(shown, row);
  return identity && { identity, row };
}

/** Admits members of the journey's workspace, and programs of theirs. */
export const admitMember: Admit = async (request) => {
  const found = await find(request);
  if (!found) {
    const visitor = await visitorOf(request.headers);
    const isOwnMap = visitor?.journeyId === request.journeyId;
    const known = isOwnMap ? "visitor" : "absent";
    return { ok: false, reason: visitor ? known : "nobody", userId: null };
  }
  const { identity, row } = found;
  const { userId } = identity;
  const { journeyWorkspaceId: workspaceId, role, name } = row;
  if (!workspaceId) return { ok: false, reason: "absent", userId };
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
