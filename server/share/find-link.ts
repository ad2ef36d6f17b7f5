import { reviewDueAt } from "@/lib/insight/freshness";
import { pool } from "@/server/db/pool";
import { shareTokenHash } from "./tokens";

/** A link that may be opened now. */
export interface OpenLink {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly showOwners: boolean;
  /** Empty: every lane but those that are backstage. */
  readonly laneIds: readonly string[];
  readonly reviewedAt: string | null;
  /** When the map is due for its next review; null where nobody asked for reviews. */
  readonly reviewDueAt: string | null;
}

/** `absent` is one answer for an unknown or revoked link, a binned map and a workspace that shares nothing. */
export type FoundLink =
  | { readonly state: "open"; readonly link: OpenLink }
  | { readonly state: "expired" | "absent" };

interface LinkRow {
  id: string;
  workspaceId: string;
  journeyId: string;
  showOwners: boolean;
  laneIds: string[];
  expiresAt: Date | null;
  reviewedAt: Date | null;
  reviewEveryDays: number | null;
  createdAt: Date;
}

// Everything that can make a link absent is part of one look-up, so that no reason takes longer than another.
const sql = (key: "id" | "tokenHash") => `
SELECT l.id, l."workspaceId", l."journeyId", l."showOwners", l."laneIds"::text[] AS "laneIds", l."expiresAt",
       j."reviewedAt", j."reviewEveryDays", j."createdAt"
FROM "ShareLink" l
JOIN "Journey" j ON j."workspaceId" = l."workspaceId" AND j.id = l."journeyId" AND j."deletedAt" IS NULL
JOIN "Workspace" w ON w.id = l."workspaceId" AND w."allowPublicLinks"
WHERE l."${key}" = $1 AND l."revokedAt" IS NULL`;

async function find(
  key: "id" | "tokenHash",
  value: string,
  now: Date,
): Promise<FoundLink> {
  const { rows } = await pool().query<LinkRow>(sql(key), [value]);
  const row = rows[0];
  if (!row) return { state: "absent" };
  const { expiresAt, reviewEveryDays, createdAt, ...rest } = row;
  if (expiresAt && expiresAt <= now) return { state: "expired" };
  const reviewedAt = row.reviewedAt?.toISOString() ?? null;
  const due = reviewDueAt({
    reviewEveryDays,
    reviewedAt,
    createdAt: createdAt.toISOString(),
  });
  const link = {
    ...rest,
    reviewedAt,
    reviewDueAt: due?.toISOString() ?? null,
  };
  return { state: "open", link };
}

/** The link behind a token out of an address. */
export const findLinkByToken = (
  token: string,
  now = new Date(),
): Promise<FoundLink> => find("tokenHash", shareTokenHash(token), now);

/** A link that was open before: whether it still is. */
export const findLinkById = (
  linkId: string,
  now = new Date(),
): Promise<FoundLink> => find("id", linkId, now);
