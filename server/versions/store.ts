import { createHash } from "node:crypto";
import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { sortedJson } from "@/lib/journey/plain";
import { AppError } from "@/server/errors";
import { packBlob, unpackBlob } from "@/server/log/blob";
import type { LogActor } from "@/server/log/contract";

type Db = Pick<pg.ClientBase, "query">;

/** Why a version was kept. */
export type VersionReason =
  | "first"
  | "automatic"
  | "asked"
  | "before-restore"
  | "restored"
  | "reviewed";

export interface NewVersion {
  readonly journeyId: string;
  readonly map: JourneyMap;
  /** The newest change that the map holds. */
  readonly seq: number;
  readonly reason: VersionReason;
  readonly name?: string | null;
  /** Who asked for it; null where it is kept by itself. */
  readonly actor?: LogActor | null;
  readonly restoredSeq?: number | null;
}

/** A map on its way into a version: as text, and as the hash of what it says. */
export interface Written {
  readonly text: string;
  readonly hash: string;
}

/**
 * Writes a map down, once: on a large one that is felt.
 *
 * Maps that say the same have the same hash; the trash and what could not be read are not part of that.
 */
export function writeMap({ trash, issues, ...said }: JourneyMap): Written {
  const words = sortedJson(said);
  const rest = sortedJson({ issues, trash });
  return {
    text: `${words.slice(0, -1)},${rest.slice(1)}`,
    hash: createHash("sha256").update(words).digest("hex"),
  };
}

/** What two maps must share to say the same. */
export const hashOf = (map: JourneyMap): string => writeMap(map).hash;

const insertSql = `
INSERT INTO "JourneyVersion"
  ("workspaceId", "journeyId", seq, name, reason, "restoredSeq", "actorKind", "actorId",
   hash, crc32c, codec, data)
SELECT j."workspaceId", j.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
FROM "Journey" j WHERE j.id = $1
ON CONFLICT ("journeyId", seq) DO UPDATE SET
  name = coalesce(EXCLUDED.name, "JourneyVersion".name),
  reason = CASE EXCLUDED.reason WHEN 'restored' THEN 'restored' ELSE "JourneyVersion".reason END,
  "restoredSeq" = coalesce(EXCLUDED."restoredSeq", "JourneyVersion"."restoredSeq"),
  "actorKind" = coalesce(EXCLUDED."actorKind", "JourneyVersion"."actorKind"),
  "actorId" = coalesce(EXCLUDED."actorId", "JourneyVersion"."actorId")
  WHERE EXCLUDED.name IS NOT NULL OR EXCLUDED.reason = 'restored'
RETURNING "workspaceId"`;

/**
 * Stores a version. At a seq that has one already, which says the same, only what it is called is taken over.
 *
 * @returns the workspace that has it, or null where nothing was written.
 */
export async function putVersion(
  db: Db,
  version: NewVersion,
  { text, hash }: Written = writeMap(version.map),
): Promise<string | null> {
  const { journeyId, seq, reason, name, actor, restoredSeq } = version;
  const blob = await packBlob(Buffer.from(text));
  const { rows } = await db.query<{ workspaceId: string }>(insertSql, [
    journeyId,
    seq,
    name ?? null,
    reason,
    restoredSeq ?? null,
    actor?.kind ?? null,
    actor?.id ?? null,
    hash,
    blob.crc32c,
    blob.codec,
    blob.data,
  ]);
  return rows[0]?.workspaceId ?? null;
}

/** Which version of a journey is the newest, and what it says as a hash; null where there is none. */
export async function newestVersion(
  db: Db,
  journeyId: string,
): Promise<{ readonly seq: number; readonly hash: string } | null> {
  const { rows } = await db.query<{ seq: string; hash: string }>(
    `SELECT seq, hash FROM "JourneyVersion" WHERE "journeyId" = $1 ORDER BY seq DESC LIMIT 1`,
    [journeyId],
  );
  return rows[0] ? { ...rows[0], seq: Number(rows[0].seq) } : null;
}

/**
 * The map of one version; null where there is none.
 *
 * @throws AppError `blob_damaged`.
 */
export async function readVersionMap(
  db: Db,
  journeyId: string,
  seq: number,
): Promise<JourneyMap | null> {
  const { rows } = await db.query<{
    codec: number;
    crc32c: string;
    data: Buffer;
    hash: string;
  }>(
    `SELECT codec, crc32c, data, hash FROM "JourneyVersion" WHERE "journeyId" = $1 AND seq = $2`,
    [journeyId, seq],
  );
  const row = rows[0];
  if (!row) return null;
  const { codec, data } = row;
  const bytes = await unpackBlob({ codec, data, crc32c: Number(row.crc32c) });
  const map = JSON.parse(Buffer.from(bytes).toString("utf8")) as JourneyMap;
  if (hashOf(map) !== row.hash)
    throw new AppError("blob_damaged", "a version is not what was stored");
  return map;
}

/** Of every journey's unnamed versions: all of a day, then one per hour for 30 days, then one per day; the first and what was reviewed stay. */
const thinSql = `
DELETE FROM "JourneyVersion" v USING (
  SELECT seq, row_number() OVER (
    PARTITION BY CASE WHEN at > $2::timestamptz - interval '30 days'
                      THEN date_trunc('hour', at, 'UTC') ELSE date_trunc('day', at, 'UTC') END
    ORDER BY seq DESC) AS nth
  FROM "JourneyVersion"
  WHERE "journeyId" = $1 AND at <= $2::timestamptz - interval '24 hours'
    AND name IS NULL AND reason <> 'first'
    AND seq NOT IN (SELECT seq FROM "JourneyReview" WHERE "journeyId" = $1)
) old
WHERE v."journeyId" = $1 AND v.seq = old.seq AND old.nth > 1`;

/** Lets go of versions that are no longer worth their place; named ones stay for ever. */
export async function thinVersions(
  db: Db,
  journeyId: string,
  now: Date,
): Promise<number> {
  const { rowCount } = await db.query(thinSql, [journeyId, now]);
  return rowCount ?? 0;
}
