import * as Y from "yjs";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { isSameJson } from "@/lib/journey/plain";
import { resolve } from "@/lib/journey/resolve";
import { blobOf, unpackBlob, type BlobColumns } from "@/server/log/blob";
import { canonicalHash } from "@/server/log/canonical-hash";
import { replay } from "@/server/log/replay";
import { wordsOf } from "./finding";
import type { MapUnderCheck } from "./map-under-check";

/** Where a replay begins: at a snapshot, or with nothing. */
interface Base {
  readonly seq: number;
  readonly data: Uint8Array | null;
}

/** What a replay came to. */
interface Replayed {
  readonly seq: number;
  /** Of the whole map at the head. */
  readonly hash: string;
  /** The map that the rows of the journey reflect, where the replay passed by it. */
  readonly projected: JourneyMap | null;
}

const nameOf = (seq: number) =>
  seq === 0
    ? "all changes alone"
    : `the snapshot at change ${seq} with what follows`;

const clocksOf = (vector: Uint8Array) =>
  Object.fromEntries(Y.decodeStateVector(vector));

async function replayFrom(map: MapUnderCheck, base: Base): Promise<Replayed> {
  const { db, journeyId, headSeq, projSeq } = map;
  let doc = new Y.Doc();
  try {
    if (base.data) Y.applyUpdate(doc, base.data);
    let projected: JourneyMap | null = null;
    let after = base.seq;
    if (projSeq >= base.seq && projSeq <= headSeq) {
      doc = await replay(db, doc, { journeyId, after, upTo: projSeq });
      projected = resolve(doc);
      after = projSeq;
    }
    doc = await replay(db, doc, { journeyId, after, upTo: headSeq });
    const hash = canonicalHash(
      projected && projSeq === headSeq ? projected : resolve(doc),
    );
    return { seq: base.seq, hash, projected };
  } finally {
    doc.destroy();
  }
}

async function snapshotSeqs({ db, journeyId }: MapUnderCheck) {
  const { rows } = await db.query<{ seq: string }>(
    `SELECT seq FROM document_snapshot WHERE journey_id = $1 ORDER BY seq`,
    [journeyId],
  );
  return rows.map(({ seq }) => Number(seq));
}

/** A snapshot that is what was stored; null, and said why, where it is not. */
async function readBase(map: MapUnderCheck, seq: number): Promise<Base | null> {
  const { db, journeyId, headSeq, report } = map;
  const { rows } = await db.query<BlobColumns & { sv: Buffer }>(
    `SELECT sv, codec, crc32c, data FROM document_snapshot WHERE journey_id = $1 AND seq = $2`,
    [journeyId, seq],
  );
  const name = `the snapshot at change ${seq}`;
  if (seq > headSeq) {
    report("snapshot", `${name} is newer than the newest change, ${headSeq}`);
    return null;
  }
  try {
    const [row] = rows as [BlobColumns & { sv: Buffer }];
    const data = await unpackBlob(blobOf(row));
    const held = Y.encodeStateVectorFromUpdate(data);
    if (!isSameJson(clocksOf(row.sv), clocksOf(held)))
      report("snapshot", `${name} has other clocks beside it than in it`);
    return { seq, data };
  } catch (error) {
    report("snapshot", `${name} is damaged: ${wordsOf(error)}`);
    return null;
  }
}

async function tryReplay(map: MapUnderCheck, base: Base) {
  try {
    return await replayFrom(map, base);
  } catch (error) {
    map.report("open", `${nameOf(base.seq)} does not open: ${wordsOf(error)}`);
    return null;
  }
}

/**
 * Opens a journey from every snapshot, and from its changes alone, one after the other: all must come to the
 * same map.
 *
 * @returns the map that its rows reflect; null where no replay passed by it.
 */
export async function checkDocument(
  map: MapUnderCheck,
): Promise<JourneyMap | null> {
  const seqs = [0, ...(await snapshotSeqs(map))];
  let first: Replayed | null = null;
  let projected: JourneyMap | null = null;
  for (const seq of seqs) {
    const base = seq === 0 ? { seq, data: null } : await readBase(map, seq);
    const replayed = base && (await tryReplay(map, base));
    if (!replayed) continue;
    projected ??= replayed.projected;
    first ??= replayed;
    if (replayed.hash !== first.hash)
      map.report(
        "snapshot_differs",
        `${nameOf(seq)} gives another map than ${nameOf(first.seq)}`,
      );
  }
  return projected;
}
