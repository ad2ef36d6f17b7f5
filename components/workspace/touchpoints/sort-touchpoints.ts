import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { feltValue } from "@/lib/insight/evidence";
import type { TouchpointView } from "./filter";

/** The mean of what the personas feel by their curves; where nobody knows sorts last in both directions. */
function feeling({ emotions }: TouchpointListItem): number | null {
  const known = emotions.flatMap(
    ({ value, evidence }) => feltValue(value, evidence) ?? [],
  );
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

const words = {
  title: (row: TouchpointListItem) => row.title,
  journey: (row: TouchpointListItem) => row.journey.title,
  stage: (row: TouchpointListItem) => row.stage.title,
  owner: (row: TouchpointListItem) => row.owners[0]?.name ?? null,
};

/** A sorted copy; rows that sort alike keep the order of their maps. */
export function sortTouchpoints(
  rows: readonly TouchpointListItem[],
  sort: NonNullable<TouchpointView["sort"]>,
  locale: string,
): TouchpointListItem[] {
  const { key, direction } = sort;
  const sign = direction === "ascending" ? 1 : -1;
  const collator = new Intl.Collator(locale, {
    numeric: true,
    sensitivity: "base",
  });
  const compare = (a: string | number, b: string | number) =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : collator.compare(String(a), String(b));
  const valueOf = key === "emotion" ? feeling : words[key];
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null)
      return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return sign * compare(a, b);
  });
}
