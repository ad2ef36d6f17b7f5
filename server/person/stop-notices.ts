import { keyedHash, isSameSecret } from "@/server/auth/secrets";
import { pool } from "@/server/db/pool";
import { publicOrigin } from "@/server/http/site";

const purpose = "notices stop";
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const shape = new RegExp(`^(${uuid})\\.(${uuid})\\.([0-9a-f]{64})$`);

interface OfMember {
  readonly workspaceId: string;
  readonly userId: string;
  readonly email: string;
}

/** Ties a token to the mails of one workspace to one address: with another address it stops nothing. */
const markOf = ({ workspaceId, userId, email }: OfMember): string =>
  keyedHash(purpose, `${workspaceId}\n${userId}\n${email.toLowerCase()}`);

/** The address in a mail about notifications that stops them without signing in; the same in each. */
export const stopNoticesUrl = (member: OfMember): string =>
  `${publicOrigin()}/u/${member.workspaceId}.${member.userId}.${markOf(member)}`;

/** The mails of a workspace to a member that a token stands for. */
export interface StoppableNotices {
  readonly of: "notices";
  readonly workspaceId: string;
  readonly userId: string;
  readonly workspace: string;
  readonly isStopped: boolean;
}

const sql = `
SELECT w.name AS workspace, u.email, h."stoppedAt" IS NOT NULL AS "isStopped"
FROM "Membership" m
JOIN "Workspace" w ON w.id = m."workspaceId"
JOIN "User" u ON u.id = m."userId"
LEFT JOIN "NoticeWish" h ON h."workspaceId" = m."workspaceId" AND h."userId" = m."userId"
WHERE m."workspaceId" = $1 AND m."userId" = $2`;

/** The mails that a token out of an address stands for; null where it stands for none. */
export async function findStoppableNotices(
  token: string,
): Promise<StoppableNotices | null> {
  const [, workspaceId = "", userId = "", mark = ""] = shape.exec(token) ?? [];
  if (workspaceId === "") return null;
  const { rows } = await pool().query<{
    workspace: string;
    email: string;
    isStopped: boolean;
  }>(sql, [workspaceId, userId]);
  const [found] = rows;
  if (!found) return null;
  const { email, workspace, isStopped } = found;
  const whose = { workspaceId, userId };
  return isSameSecret(mark, markOf({ ...whose, email }))
    ? { of: "notices", ...whose, workspace, isStopped }
    : null;
}
