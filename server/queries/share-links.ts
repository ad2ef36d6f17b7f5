import type { ShareLinkInfo } from "@/lib/api/share-links";
import { pool } from "@/server/db/pool";
import { openShareToken, shareUrl } from "@/server/share/tokens";
import { requireKeys } from "./require-defined";

interface LinkRow {
  id: string;
  name: string;
  tokenSealed: string;
  showOwners: boolean;
  laneIds: string[];
  createdBy: ShareLinkInfo["createdBy"];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  visitCount: number;
  lastVisitAt: Date | null;
}

const sql = `
SELECT l.id, l.name, l."tokenSealed", l."showOwners", l."laneIds"::text[] AS "laneIds", l."createdAt", l."expiresAt",
       l."revokedAt", l."visitCount", l."lastVisitAt",
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS "createdBy"
FROM "ShareLink" l
LEFT JOIN "Membership" m ON m."workspaceId" = l."workspaceId" AND m."userId" = l."createdById"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE l."workspaceId" = $1 AND l."journeyId" = $2 AND ($3::uuid IS NULL OR l.id = $3)
ORDER BY l."createdAt" DESC, l.id`;

const stateOf = (row: LinkRow, now: Date): ShareLinkInfo["state"] => {
  if (row.revokedAt) return "revoked";
  return row.expiresAt && row.expiresAt <= now ? "expired" : "active";
};

function toInfo(row: LinkRow, origin: string): ShareLinkInfo {
  const { tokenSealed, ...rest } = row;
  const token = row.revokedAt ? null : openShareToken(tokenSealed);
  return {
    ...rest,
    url: token && shareUrl(origin, token),
    state: stateOf(row, new Date()),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastVisitAt: row.lastVisitAt?.toISOString() ?? null,
  };
}

async function read(
  filter: { workspaceId: string; journeyId: string; origin: string },
  linkId: string | null,
): Promise<ShareLinkInfo[]> {
  const values = [filter.workspaceId, filter.journeyId, linkId];
  const { rows } = await pool().query<LinkRow>(sql, values);
  return rows.map((row) => toInfo(row, filter.origin));
}

/**
 * The links of a journey, newest first, revoked and expired ones included.
 *
 * @param filter.origin - scheme and host that the asker reaches the app by.
 */
export async function listShareLinks(filter: {
  workspaceId: string;
  journeyId: string;
  origin: string;
}): Promise<ShareLinkInfo[]> {
  requireKeys(filter, ["workspaceId", "journeyId", "origin"]);
  return read(filter, null);
}

/** One link of a journey; null where it has none of that id. */
export async function findShareLink(filter: {
  workspaceId: string;
  journeyId: string;
  linkId: string;
  origin: string;
}): Promise<ShareLinkInfo | null> {
  requireKeys(filter, ["workspaceId", "journeyId", "linkId", "origin"]);
  return (await read(filter, filter.linkId))[0] ?? null;
}
