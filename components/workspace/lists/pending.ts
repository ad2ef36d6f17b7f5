/** A change that was made here and that the list may not tell yet. */
export interface Pending<Row> {
  /** Of the row that it changes. */
  readonly key: string;
  readonly patch: Partial<Row>;
  /** The change of the map that it became; null while nobody has answered. */
  readonly seq: number | null;
}

interface Seen {
  /** The change of the map that a row reflects. */
  readonly seq: number;
}

/** A row as it will be: with the changes made here that it does not reflect yet, in their order. */
export function withPending<Row extends Seen>(
  row: Row,
  key: string,
  pending: readonly Pending<Row>[],
): Row {
  return pending.reduce(
    (shown, each) =>
      each.key === key && (each.seq === null || row.seq < each.seq)
        ? { ...shown, ...each.patch }
        : shown,
    row,
  );
}

/**
 * The rows of a list that was read again, and in their old places those that were changed here and are not in it any
 * longer: what somebody is working on does not vanish under their hands.
 */
export function mergeRows<Row extends Seen>(
  { before, after }: { before: readonly Row[]; after: readonly Row[] },
  keyOf: (row: Row) => string,
  touched: ReadonlySet<string>,
): readonly Row[] {
  const found = new Set(after.map(keyOf));
  const merged = [...after];
  before.forEach((row, index) => {
    const key = keyOf(row);
    if (touched.has(key) && !found.has(key)) merged.splice(index, 0, row);
  });
  return merged;
}
