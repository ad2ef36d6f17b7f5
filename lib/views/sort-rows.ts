import type { PersonaId } from "../journey/ids";
import type { TouchpointOwner } from "../journey/journey-map";
import { MEDIA, MESSAGE_STATUSES, MOMENT_KINDS } from "../journey/vocabulary";
import type { CardCount, Grounds, TableRow } from "./table-rows";

/** The columns that a table of touchpoints can have, beside one for each persona. */
export const TABLE_FIELDS = [
  "at",
  "title",
  "stage",
  "channels",
  "medium",
  "responsible",
  "involved",
  "message",
  "messageStatus",
  "grounds",
  "pains",
  "gains",
  "dropOff",
  "moment",
  "checklist",
  "files",
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** A field, or the feeling of one persona. */
export type TableKey = TableField | `persona:${PersonaId}`;

export interface TableSort {
  readonly key: TableKey;
  readonly direction: "ascending" | "descending";
}

/** What the rows beside the map call things, and how the reader's language orders words. */
export interface TableWords {
  readonly channelName: (id: string) => string;
  readonly stakeholderName: (id: string) => string;
  readonly compare: (a: string, b: string) => number;
}

const GROUNDS: readonly Grounds[] = ["none", "assumed", "partly", "grounded"];

/** What a row is ordered by; null where it says nothing, which always comes last. */
export function sortValue(
  row: TableRow,
  key: TableKey,
  words: TableWords,
): string | number | null {
  const { touchpoint } = row;
  if (isPersonaKey(key)) return row.felt[personaOfKey(key)] ?? null;
  switch (key) {
    case "at":
    case "stage":
      return row.at;
    case "title":
    case "message":
      return touchpoint[key].trim() || null;
    case "channels":
      return touchpoint.channels.map(words.channelName).join(", ") || null;
    case "responsible":
    case "involved":
      return namesOf(touchpoint.owners, key, words) || null;
    case "medium":
      return placeIn(MEDIA, touchpoint.medium);
    case "messageStatus":
      return placeIn(MESSAGE_STATUSES, touchpoint.messageStatus);
    case "grounds":
      return GROUNDS.indexOf(row.grounds) || null;
    case "pains":
    case "gains":
      return weightOf(row[key]);
    case "dropOff":
      return row.lost;
    case "moment":
      return placeIn(MOMENT_KINDS, touchpoint.momentOfTruth?.kind ?? null);
    case "checklist":
      return touchpoint.checklist.length > 0
        ? row.checked / touchpoint.checklist.length
        : null;
    case "files":
      return row.files || null;
  }
}

/** The rows in another order; equal ones keep that of the map, whichever way. */
export function sortRows(
  rows: readonly TableRow[],
  { key, direction }: TableSort,
  words: TableWords,
): TableRow[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row, key, words) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        const last = Number(a.value === null) - Number(b.value === null);
        return last || a.row.at - b.row.at;
      }
      const order =
        typeof a.value === "number" && typeof b.value === "number"
          ? a.value - b.value
          : words.compare(String(a.value), String(b.value));
      return sign * order || a.row.at - b.row.at;
    })
    .map(({ row }) => row);
}

export function personaKey(id: PersonaId): TableKey {
  return `persona:${id}`;
}

export function isPersonaKey(key: TableKey): key is `persona:${PersonaId}` {
  return key.startsWith("persona:");
}

export function personaOfKey(key: `persona:${PersonaId}`): PersonaId {
  return key.slice("persona:".length) as PersonaId;
}

function namesOf(
  owners: readonly TouchpointOwner[],
  role: TouchpointOwner["role"],
  { stakeholderName }: TableWords,
): string {
  return owners
    .filter((owner) => owner.role === role)
    .map(({ stakeholderId }) => stakeholderName(stakeholderId))
    .join(", ");
}

function placeIn<T>(order: readonly T[], value: T | null): number | null {
  return value === null ? null : order.indexOf(value);
}

/** Those of the stage count only among equals. */
function weightOf({ own, ofStage }: CardCount): number | null {
  return own + ofStage === 0 ? null : own + ofStage / 10_000;
}
