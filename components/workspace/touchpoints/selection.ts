/** Which rows of a page are chosen, and from which a range begins. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothingChosen: Selection = { chosen: new Set(), anchor: null };

interface Toggle {
  /** All rows of the page in their order. */
  readonly ids: readonly string[];
  readonly id: string;
  readonly isChosen: boolean;
  /** Everything from the row that was last ticked to this one. */
  readonly isRange: boolean;
}

/** Ticks or unticks a row, or all between it and the one before. */
export function toggle(
  { chosen, anchor }: Selection,
  { ids, id, isChosen, isRange }: Toggle,
): Selection {
  const [from, to] = [isRange && anchor ? anchor : id, id].map((end) =>
    ids.indexOf(end),
  ) as [number, number];
  const range =
    from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  const next = new Set(chosen);
  for (const each of range) {
    if (isChosen) next.add(each);
    else next.delete(each);
  }
  return { chosen: next, anchor: id };
}

/** What of a selection is still on the page. */
export const onPage = (
  { chosen }: Selection,
  ids: readonly string[],
): string[] => ids.filter((id) => chosen.has(id));
