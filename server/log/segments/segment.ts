import zlib from "node:zlib";
import { promisify } from "node:util";
import { AppError } from "@/server/errors";
import { crc32c } from "../crc32c";
import { unpackBlob, type Blob } from "../blob";
import { authorKey, type LogActor } from "../contract";
import { decodeChanges, encodeChanges, type PackedChange } from "./frames";

const gzip = promisify(zlib.gzip);
/** Of the codecs of `blob.ts`: packed once and hardly ever read, so it may take longer and be smaller. */
const gzipped = 1;

/** How much one author wrote in a part of a log. */
export interface Share {
  readonly actor: LogActor;
  readonly edits: number;
  /** As they rest in the log. */
  readonly bytes: number;
  /** Of the newest of them. */
  readonly at: Date;
  readonly lastSeq: number;
}

/** A Yjs client, the author who brought it first, and with which change. */
export type FirstSeen = readonly [client: number, author: string, seq: number];

/** Old changes of a journey, one after the other without a hole, and what can be told of them unopened. */
export interface Segment {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly shares: readonly Share[];
  readonly clients: readonly FirstSeen[];
  readonly blob: Blob;
}

/** What each author wrote of some changes, whoever wrote last first. */
export function sharesOf(changes: Iterable<PackedChange>): Share[] {
  const shares = new Map<string, Share>();
  for (const { actor, at, seq, blob } of changes) {
    const key = authorKey(actor);
    const before = shares.get(key);
    shares.set(key, {
      actor,
      edits: (before?.edits ?? 0) + 1,
      bytes: (before?.bytes ?? 0) + blob.data.length,
      at: before && before.at > at ? before.at : at,
      lastSeq: seq,
    });
  }
  return [...shares.values()].sort((a, b) => b.lastSeq - a.lastSeq);
}

/** One list of what was counted in several parts. */
export function sumShares(parts: readonly (readonly Share[])[]): Share[] {
  const sums = new Map<string, Share>();
  for (const share of parts.flat()) {
    const key = authorKey(share.actor);
    const other = sums.get(key);
    sums.set(
      key,
      other
        ? {
            actor: share.actor,
            edits: other.edits + share.edits,
            bytes: other.bytes + share.bytes,
            at: other.at > share.at ? other.at : share.at,
            lastSeq: Math.max(other.lastSeq, share.lastSeq),
          }
        : share,
    );
  }
  return [...sums.values()].sort((a, b) => b.lastSeq - a.lastSeq);
}

/** Which clients some changes brought, each where it was seen first. */
export function clientsOf(changes: Iterable<PackedChange>): FirstSeen[] {
  const seen = new Map<number, FirstSeen>();
  for (const { clientIds, actor, seq } of changes)
    for (const id of clientIds)
      if (!seen.has(id)) seen.set(id, [id, authorKey(actor), seq]);
  return [...seen.values()];
}

/** @throws AppError `blob_damaged` where one is missing, or is not what was stored. */
async function checkChanges(changes: readonly PackedChange[]): Promise<void> {
  for (const [index, { seq, blob }] of changes.entries()) {
    if (seq !== changes[0]!.seq + index)
      throw new AppError("blob_damaged", `change ${seq - 1} is missing`);
    await unpackBlob(blob);
  }
}

/**
 * Packs changes, which must follow one another.
 *
 * @throws AppError `blob_damaged` where one of them is missing or damaged.
 */
export async function packSegment(
  changes: readonly PackedChange[],
): Promise<Segment> {
  await checkChanges(changes);
  const [first, last] = [changes[0]!, changes.at(-1)!];
  const data = await gzip(encodeChanges(changes), { level: 9 });
  return {
    firstSeq: first.seq,
    lastSeq: last.seq,
    firstAt: first.at,
    lastAt: last.at,
    shares: sharesOf(changes),
    clients: clientsOf(changes),
    blob: { codec: gzipped, crc32c: crc32c(data), data },
  };
}

/**
 * The changes of a segment.
 *
 * @throws AppError `blob_damaged` where they are not those that were packed.
 */
export async function unpackSegment(
  segment: Pick<Segment, "firstSeq" | "lastSeq" | "blob">,
): Promise<PackedChange[]> {
  const changes = decodeChanges(await unpackBlob(segment.blob));
  await checkChanges(changes);
  const { firstSeq, lastSeq } = segment;
  if (changes[0]?.seq !== firstSeq || changes.at(-1)?.seq !== lastSeq)
    throw new AppError("blob_damaged", "a segment holds other changes");
  return changes;
}
