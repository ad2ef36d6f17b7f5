import type { JourneyMap } from "@/lib/journey/journey-map";
import {
  TABLE_FIELDS,
  personaKey,
  sortValue,
  type TableField,
  type TableKey,
  type TableWords,
} from "@/lib/views/sort-rows";
import type { TableRow } from "@/lib/views/table-rows";

/** What can be shown and put away: the fields, and the feelings of all personas together. */
export type ColumnChoice = TableField | "feelings";

/** The name of a touchpoint is always there. */
export const CHOICES: readonly ColumnChoice[] = TABLE_FIELDS.flatMap(
  (field): ColumnChoice[] =>
    field === "title"
      ? []
      : field === "grounds"
        ? ["feelings", "grounds"]
        : [field],
);

const AT_FIRST: readonly ColumnChoice[] = [
  "at",
  "stage",
  "channels",
  "responsible",
  "message",
  "messageStatus",
  "feelings",
  "grounds",
  "pains",
  "gains",
  "dropOff",
];

/** The chosen columns as this browser kept them; what it does not know is left out. */
export function readChoice(kept: string | null): ReadonlySet<ColumnChoice> {
  if (kept === null) return new Set(AT_FIRST);
  const names = new Set(kept.split(","));
  return new Set(CHOICES.filter((choice) => names.has(choice)));
}

export function writeChoice(chosen: ReadonlySet<ColumnChoice>): string {
  return CHOICES.filter((choice) => chosen.has(choice)).join(",");
}

/** The columns of the table, in their order, for the personas whose curves are shown. */
export function columnsOf(
  chosen: ReadonlySet<ColumnChoice>,
  personas: JourneyMap["personas"],
): TableKey[] {
  const keys = CHOICES.flatMap((choice): TableKey[] => {
    if (!chosen.has(choice)) return [];
    return choice === "feelings" ? personas.map(personaKey) : [choice];
  });
  const isFirst = keys[0] === "at";
  return isFirst ? ["at", "title", ...keys.slice(1)] : ["title", ...keys];
}

/** The choices about which at least one touchpoint says something: what a shared map shows at all. */
export function filledChoices(
  rows: readonly TableRow[],
  personas: JourneyMap["personas"],
  words: TableWords,
): ColumnChoice[] {
  const isFilled = (key: TableKey) =>
    rows.some((row) => sortValue(row, key, words) !== null);
  return CHOICES.filter((choice) =>
    choice === "feelings"
      ? personas.some((id) => isFilled(personaKey(id)))
      : isFilled(choice),
  );
}
