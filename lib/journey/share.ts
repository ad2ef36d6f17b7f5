/** Keeps the old array where the new one holds the same things, so that memoised views stay. */
export function shareArray<T>(
  before: readonly T[] | undefined,
  after: readonly T[],
): readonly T[] {
  if (before === undefined || before.length !== after.length) return after;
  return before.every((item, index) => item === after[index]) ? before : after;
}

/** The same for a record. */
export function shareRecord<T>(
  before: Readonly<Record<string, T>> | undefined,
  after: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  if (before === undefined) return after;
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return after;
  return keys.every((key) => before[key] === after[key]) ? before : after;
}

/** The same for an object whose fields are shared already. */
export function shareObject<T extends object>(
  before: T | undefined,
  after: T,
): T {
  if (before === undefined) return after;
  const keys = Object.keys(after) as (keyof T)[];
  return keys.every((key) => Object.is(before[key], after[key]))
    ? before
    : after;
}
