import { can } from "@/lib/access/can";
import type { InsideActor } from "@/lib/access/actors";
import { isId } from "@/lib/journey/ids";
import { identify } from "@/server/auth/identify";
import { actorIn } from "@/server/auth/actor";
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

const unchanged = (id: string) => id;

const findJourney = together(async (ids: readonly string[]) => {
  const { rows } = await pool().query<{ id: string; workspaceId: string }>(
    `SELECT id, "workspaceId" FROM "Journey" WHERE id = ANY($1) AND "deletedAt" IS NULL`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}, unchanged);

const findPerson = together(async (ids: readonly string[]) => {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT id, name FROM "User" WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}, unchanged);

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
  const [journey, person] = await Promise.all([
    isId(journeyId) ? findJourney(journeyId) : null,
    findPerson(userId),
  ]);
  if (!journey) return { ok: false, reason: "absent", userId };
  const actor = await actorIn(identity, journey.workspaceId);
  if (!actor || !can(actor, "room:receive"))
    return { ok: false, reason: "outsider", userId };
  const sitter: Sitter = {
    actor,
    author: authorOf(identity),
    sessionId: identity.kind === "user" ? identity.sessionId : null,
    name: person?.name ?? "",
    canEdit: can(actor, "room:update"),
  };
  return { ok: true, sitter };
};
