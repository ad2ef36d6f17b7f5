import type pg from "pg";
import { blobOf, type BlobColumns } from "../blob";
import type { LogActor, Range } from "../contract";
import type { PackedChange } from "./frames";
import {
  sharesOf,
  sumShares,
  unpackSegment,
  type FirstSeen,
  type Segment,
  type Share,
} from "./segment";

type Db = Pick<pg.ClientBase, "query">;

/** The last change of a journey that is packed; 0: none is. */
export async function readFoot(db: Db, journeyId: string): Promise<number> {
  const { rows } = await db.query<{ foot: string }>(
    `SELECT last_seq AS foot FROM document_segment WHERE journey_id = $1 ORDER BY first_seq DESC LIMIT 1`,
    [journeyId],
  );
  return Number(rows[0]?.foot ?? 0);
}

interface SegmentColumns extends BlobColumns {
  first_seq: string;
  last_seq: string;
}

/** One segment by where it begins, checked. */
async function readSegment(
  db: Db,
  journeyId: string,
  firstSeq: number,
): Promise<PackedChange[]> {
  const { rows } = await db.query<SegmentColumns>(
    `SELECT first_seq, last_seq, codec, crc32c, data FROM document_segment
     WHERE journey_id = $1 AND first_seq = $2`,
    [journeyId, firstSeq],
  );
  const row = rows[0];
  // Between two statements its journey may have been deleted for good.
  if (!row) return [];
  const lastSeq = Number(row.last_seq);
  return unpackSegment({ firstSeq, lastSeq, blob: blobOf(row) });
}

/** What is known of a segment without opening it. */
export type SegmentHead = Omit<Segment, "blob">;

interface HeadColumns {
  first_seq: string;
  last_seq: string;
  first_at: Date;
  last_at: Date;
  people: { kind: LogActor["kind"]; id: string; counts: number[] }[];
  clients: FirstSeen[];
}

/** How `people` rests: `counts` are edits, bytes, the time of the newest, and its seq. */
export const peopleColumn = (shares: readonly Share[]): string =>
  JSON.stringify(
    shares.map(({ actor, edits, bytes, at, lastSeq }) => ({
      ...actor,
      counts: [edits, bytes, at.getTime(), lastSeq],
    })),
  );

const sharesIn = ({ people }: HeadColumns): Share[] =>
  people.map(({ kind, id, counts: [edits, bytes, at, lastSeq] }) => ({
    actor: { kind, id },
    edits: edits!,
    bytes: bytes!,
    at: new Date(at!),
    lastSeq: lastSeq!,
  }));

/** The segments in which a range lies, in their order. */
export async function readSegmentHeads(
  db: Db,
  journeyId: string,
  { after, upTo }: Range,
): Promise<SegmentHead[]> {
  const { rows } = await db.query<HeadColumns>(
    `SELECT first_seq, last_seq, first_at, last_at, people, clients FROM document_segment
     WHERE journey_id = $1 AND last_seq > $2 AND first_seq <= $3 ORDER BY first_seq`,
    [journeyId, after, upTo],
  );
  return rows.map((row) => ({
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    firstAt: row.first_at,
    lastAt: row.last_at,
    shares: sharesIn(row),
    clients: row.clients,
  }));
}

const isIn = ({ after, upTo }: Range, seq: number) =>
  seq > after && seq <= upTo;

/**
 * The packed changes of a range, one segment at a time.
 *
 * @throws AppError `blob_damaged`.
 */
export async function* streamPacked(
  db: Db,
  journeyId: string,
  range: Range,
): AsyncGenerator<PackedChange[]> {
  for (const { firstSeq } of await readSegmentHeads(db, journeyId, range)) {
    const changes = await readSegment(db, journeyId, firstSeq);
    yield changes.filter(({ seq }) => isIn(range, seq));
  }
}

/**
 * What each author wrote of the packed part of several ranges. Only what lies in a range by half is opened.
 *
 * @throws AppError `blob_damaged`.
 */
export async function packedShares(
  db: Db,
  journeyId: string,
  ranges: readonly Range[],
): Promise<Share[][]> {
  const heads = await readSegmentHeads(db, journeyId, {
    after: Math.min(...ranges.map(({ after }) => after)),
    upTo: Math.max(...ranges.map(({ upTo }) => upTo)),
  });
  const parts = ranges.map((): Share[][] => []);
  for (const { firstSeq, lastSeq, shares } of heads) {
    let opened: PackedChange[] | null = null;
    for (const [index, range] of ranges.entries()) {
      const { after, upTo } = range;
      if (lastSeq <= after || firstSeq > upTo) continue;
      if (firstSeq > after && lastSeq <= upTo) {
        parts[index]!.push([...shares]);
        continue;
      }
      opened ??= await readSegment(db, journeyId, firstSeq);
      parts[index]!.push(
        sharesOf(opened.filter(({ seq }) => isIn(range, seq))),
      );
    }
  }
  return parts.map(sumShares);
}
