import type { VersionItem, VersionList } from "@/lib/api/versions";
import { pool } from "@/server/db/pool";
import type { LogActor } from "@/server/log/contract";
import { readShares } from "@/server/log/history";
import type { VersionReason } from "@/server/versions/store";
import { namedAuthors } from "./author-names";
import { requireKeys } from "./require-defined";

interface VersionRow {
  readonly seq: string;
  readonly before_seq: string | null;
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly restored_seq: string | null;
  readonly actor_kind: LogActor["kind"] | null;
  readonly actor_id: string | null;
  readonly at: Date;
}

const pageSql = `
SELECT * FROM (
  SELECT seq, lag(seq) OVER (ORDER BY seq) AS before_seq, name, reason, "restoredSeq" AS restored_seq,
         "actorKind" AS actor_kind, "actorId" AS actor_id, at
  FROM "JourneyVersion" WHERE "workspaceId" = $1 AND "journeyId" = $2
) v
WHERE ($3::bigint IS NULL OR seq < $3) AND ($4::bigint IS NULL OR seq = $4)
ORDER BY seq DESC LIMIT $5`;

/** Kept with a version; more would not be shown anyway. */
const mostPeople = 12;

async function describe(
  { workspaceId, journeyId }: { workspaceId: string; journeyId: string },
  rows: readonly VersionRow[],
): Promise<VersionItem[]> {
  const shares = await readShares(
    pool(),
    journeyId,
    rows.map(({ seq, before_seq: before }) => ({
      after: Number(before ?? 0),
      upTo: Number(seq),
    })),
  );
  const people = shares.map((of) => of.map(({ actor }) => actor));
  const askers = rows.map(askerOf);
  const named = await namedAuthors(workspaceId, [
    ...people.flat(),
    ...askers.filter((asker) => asker !== null),
  ]);
  return rows.map((row, index) => {
    const asker = askers[index];
    return {
      seq: Number(row.seq),
      beforeSeq: row.before_seq === null ? null : Number(row.before_seq),
      name: row.name,
      reason: row.reason,
      restoredSeq: row.restored_seq === null ? null : Number(row.restored_seq),
      at: row.at.toISOString(),
      by: asker ? named(asker) : null,
      people: (people[index] ?? []).slice(0, mostPeople).map(named),
    };
  });
}

function askerOf({ actor_kind: kind, actor_id: id }: VersionRow) {
  return kind === null || id === null ? null : { kind, id };
}

/** What a journey said at earlier moments, newest first. */
export async function listVersions(filter: {
  workspaceId: string;
  journeyId: string;
  /** Only versions older than this one. */
  before: number | null;
  limit: number;
}): Promise<VersionList> {
  requireKeys(filter, ["workspaceId", "journeyId", "before", "limit"]);
  const { workspaceId, journeyId, before, limit } = filter;
  const { rows } = await pool().query<VersionRow>(pageSql, [
    workspaceId,
    journeyId,
    before,
    null,
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  return {
    versions: await describe(filter, page),
    nextCursor: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

/** One version without its map; null where there is none. */
export async function findVersion(filter: {
  workspaceId: string;
  journeyId: string;
  seq: number;
}): Promise<VersionItem | null> {
  requireKeys(filter, ["workspaceId", "journeyId", "seq"]);
  const { workspaceId, journeyId, seq } = filter;
  const { rows } = await pool().query<VersionRow>(pageSql, [
    workspaceId,
    journeyId,
    null,
    seq,
    1,
  ]);
  const [version] = await describe(filter, rows);
  return version ?? null;
}
