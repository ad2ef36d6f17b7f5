import type { InsideActor } from "@/lib/access/actors";
import { isRole } from "@/lib/access/roles";
import { pool } from "@/server/db/pool";
import { together } from "@/server/db/together";
import type { HeaderBag } from "@/server/http/site";
import { identify } from "./identify";
import type { Identity } from "./identity";

/** What every door knows of the workspace that it leads into. */
export interface WorkspaceHead {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly allowPublicLinks: boolean;
  /** After how many months evidence is old. */
  readonly staleMonths: number;
}

/** Someone inside a workspace. */
export interface Standing {
  readonly actor: InsideActor;
  readonly workspace: WorkspaceHead;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** All that a slug of ours can be; anything else need not be looked up. */
const slug = /^[a-z0-9-]{1,60}$/;

interface Place {
  /** Slug or id. */
  readonly key: string;
  readonly userId: string;
}

type StandingRow = WorkspaceHead & Place & { readonly role: string };

const standingsSql = (column: "id" | "slug", type: "uuid" | "text") => `
SELECT asked.key, asked."userId", w.id, w.slug, w.name, w.locale, w."allowPublicLinks", w."staleMonths", m.role
FROM unnest($1::${type}[], $2::uuid[]) AS asked(key, "userId")
JOIN "Workspace" w ON w.${column} = asked.key
JOIN "Membership" m ON m."workspaceId" = w.id AND m."userId" = asked."userId"`;

const nameOf = ({ key, userId }: Place) => `${key.toLowerCase()} ${userId}`;

const findBy = (sql: string) =>
  together(async (places: readonly Place[]) => {
    const { rows } = await pool().query<StandingRow>(sql, [
      places.map(({ key }) => key),
      places.map(({ userId }) => userId),
    ]);
    return new Map(rows.map((row) => [nameOf(row), row]));
  }, nameOf);

const findById = findBy(standingsSql("id", "uuid"));
const findBySlug = findBy(standingsSql("slug", "text"));

/**
 * The workspace and who the identity is in it. A token's role is its maker's role of this moment,
 * so that it shrinks or dies with them.
 *
 * @param key - slug or id.
 * @returns null where they do not belong, or there is no such workspace: the two look alike.
 */
export async function standingIn(
  identity: Identity,
  key: string,
): Promise<Standing | null> {
  const isId = uuid.test(key);
  if (!isId && !slug.test(key)) return null;
  const { userId } = identity;
  const found = await (isId ? findById : findBySlug)({ key, userId });
  if (!found) return null;
  const { id, name, locale, allowPublicLinks, staleMonths, role } = found;
  const settings = { locale, allowPublicLinks, staleMonths };
  const workspace = { id, slug: found.slug, name, ...settings };
  const actor = insideActor(identity, { workspaceId: id, role });
  return actor && { workspace, actor };
}

/**
 * Who an identity is in a workspace where its person has a role.
 *
 * @returns null for a role that is none of ours, and for a token of another workspace.
 */
export function insideActor(
  identity: Identity,
  { workspaceId, role }: { workspaceId: string; role: string },
): InsideActor | null {
  if (!isRole(role)) return null;
  const whose = { userId: identity.userId, role, workspaceId };
  if (identity.kind === "user") return { kind: "member", ...whose };
  if (identity.workspaceId !== workspaceId) return null;
  const { tokenId, scope } = identity;
  return { kind: "token", tokenId, scope, ...whose };
}

/** Who looks at a page outside of any workspace. Pages hand over `await headers()`. */
export const pageIdentity = (headers: HeaderBag): Promise<Identity | null> =>
  identify({ headers });

/**
 * Who looks at a page of a workspace, and the workspace. Pages hand over `await headers()`.
 *
 * @returns `signed-out` (send them to sign in) or `not-found` (they do not belong, or it is not there).
 */
export async function pageActor(
  headers: HeaderBag,
  slug: string,
): Promise<
  | ({ readonly is: "inside"; readonly identity: Identity } & Standing)
  | { readonly is: "signed-out" | "not-found" }
> {
  const identity = await identify({ headers });
  if (!identity) return { is: "signed-out" };
  const standing = await standingIn(identity, slug);
  return standing
    ? { is: "inside", identity, ...standing }
    : { is: "not-found" };
}
