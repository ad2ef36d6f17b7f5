interface Titled {
  readonly title: string;
}

/**
 * Says for each copied column which column here takes its cards, by index: that of the same name, else the one at
 * the same place, else the next free one, and where none is left the last. Null only where there is no column at all.
 */
export function matchColumns(
  copied: readonly Titled[],
  here: readonly Titled[],
): (number | null)[] {
  const free = new Set(here.keys());
  const take = (index: number | undefined): number | null => {
    if (index === undefined || !free.delete(index)) return null;
    return index;
  };
  const byName = copied.map(({ title }) =>
    take(
      [...free].find(
        (index) => title !== "" && nameOf(here[index]) === nameOf({ title }),
      ),
    ),
  );
  const byPlace = byName.map((found, index) => found ?? take(index));
  const last = here.length === 0 ? null : here.length - 1;
  return byPlace.map((found) => found ?? take([...free][0]) ?? last);
}

function nameOf(column: Titled | undefined): string {
  return column?.title.trim().toLocaleLowerCase() ?? "";
}
