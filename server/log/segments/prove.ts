import { packBlob, type Blob } from "../blob";
import type { LogWorker } from "../log-worker";
import type { PackPlan } from "./plan";

/** One change as it rests. */
interface Resting {
  readonly seq: number;
  readonly blob: Blob;
}

/** What has to lead to the snapshot. */
export interface Evidence {
  /** Everything up to the first of the changes; null: there is nothing before them. */
  readonly base: Blob | null;
  /** All changes from there to the snapshot, in batches. */
  readonly changes: AsyncIterable<readonly Resting[]>;
  readonly snapshot: Blob;
}

/**
 * Whether a snapshot says exactly what the changes before it say, so that it can stand in for them.
 *
 * @returns the whole document after the last change that is to be packed; null where the snapshot is wrong.
 * @throws AppError `blob_damaged` where something cannot be read or leaves a gap.
 */
export async function proveSnapshot(
  worker: LogWorker,
  { upTo }: PackPlan,
  { base, changes, snapshot }: Evidence,
): Promise<Uint8Array | null> {
  let held = base;
  let foot: Uint8Array | null = null;
  const add = async (tail: readonly Resting[]) => {
    if (tail.length === 0) return;
    const resting = { snapshot: held, tail: tail.map(({ blob }) => blob) };
    const { whole } = await worker.run({ kind: "merge", resting });
    held = await packBlob(whole!);
    if (tail.at(-1)!.seq === upTo) foot = whole;
  };
  for await (const batch of changes) {
    await add(batch.filter(({ seq }) => seq <= upTo));
    await add(batch.filter(({ seq }) => seq > upTo));
  }
  const hashOf = async (blob: Blob | null) => {
    const resting = { snapshot: blob, tail: [] };
    return (await worker.run({ kind: "hash", resting })).hash;
  };
  return (await hashOf(held)) === (await hashOf(snapshot)) ? foot : null;
}
