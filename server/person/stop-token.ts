import { keyedHash, isSameSecret } from "@/server/auth/secrets";
import { pool } from "@/server/db/pool";
import { publicOrigin } from "@/server/http/site";

const purpose = "digest stop";
const shape =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([0-9a-f]{64})$/;

/** Ties a token to one mail of one address: with another address it stops nothing. */
const markOf = (stakeholderId: string, email: string): string =>
  keyedHash(purpose, `${stakeholderId}\n${email.toLowerCase()}`);

/** The address in a digest that stops it without signing in; the same in each, so that there is nothing to keep. */
export const stopUrl = (stakeholderId: string, email: string): string =>
  `${publicOrigin()}/u/${stakeholderId}.${markOf(stakeholderId, email)}`;

/** The weekly mail that a token stands for. */
export interface StoppableDigest {
  readonly of: "digest";
  readonly workspaceId: string;
  readonly stakeholderId: string;
  readonly workspace: string;
  readonly isStopped: boolean;
}

const sql = `
SELECT s."workspaceId", s.id AS "stakeholderId", w.name AS workspace, coalesce(u.email, s.email) AS email,
       d."stoppedAt" IS NOT NULL AS "isStopped"
FROM "Stakeholder" s
JOIN "Workspace" w ON w.id = s."workspaceId"
LEFT JOIN "User" u ON u.id = s."userId"
LEFT JOIN "Digest" d ON d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id
WHERE s.id = $1`;

/** The mail that a token out of an address stands for; null where it stands for none. */
export async function findStoppable(
  token: string,
): Promise<StoppableDigest | null> {
  const [, stakeholderId = "", mark = ""] = shape.exec(token) ?? [];
  if (stakeholderId === "") return null;
  const { rows } = await pool().query<
    Omit<StoppableDigest, "of"> & { email: string | null }
  >(sql, [stakeholderId]);
  const found = rows[0];
  if (!found?.email) return null;
  const { email, ...digest } = found;
  return isSameSecret(mark, markOf(stakeholderId, email))
    ? { of: "digest", ...digest }
    : null;
}
