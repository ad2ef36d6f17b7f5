/** What is to be packed of a log. */
export interface PackWish {
  /** Only changes older than this. */
  readonly before: Date;
  /** Fewer are not worth a segment. */
  readonly leastRows: number;
  /** At once; what is left is for the next time. */
  readonly mostRows: number;
}

/** What decides how far a log may be packed. */
export interface LogState {
  /** The last change that is packed already; 0: none. */
  readonly foot: number;
  readonly headSeq: number;
  /** The first change that is too young; null: none is. */
  readonly firstYoung: number | null;
  /** Seqs of the newest snapshots, as many as are kept. */
  readonly snapshots: readonly number[];
}

export interface PackPlan {
  /** Changes after the foot, up to and including this one. */
  readonly upTo: number;
  /** The snapshot that has to hold all of them. */
  readonly snapshotSeq: number;
}

/**
 * How far a log may be packed; null where there is too little.
 *
 * What a kept snapshot needs behind it stays, and so does the newest change: it tells when a map was edited,
 * and a log that is never empty tells where it begins.
 */
export function planPacking(
  { foot, headSeq, firstYoung, snapshots }: LogState,
  { leastRows, mostRows }: Omit<PackWish, "before">,
): PackPlan | null {
  const snapshotSeq = Math.min(...snapshots);
  const upTo = Math.min(
    (firstYoung ?? Infinity) - 1,
    headSeq - 1,
    foot + mostRows,
    snapshotSeq,
  );
  const isWorthIt = snapshots.length > 0 && upTo - foot >= leastRows;
  return isWorthIt ? { upTo, snapshotSeq } : null;
}
