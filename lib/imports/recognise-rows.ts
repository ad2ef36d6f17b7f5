import type {
  FilterReason,
  ImportMapping,
  ImportTool,
  RowFilter,
} from "./contract";
import { readMoment } from "./dates";
import type { TableLook } from "./tools";
import { isTotalWord } from "./total-words";

/** Rows that are no answers, or count what other rows count already; proposed to be left out. */
export function filtersOf(look: TableLook, tool: ImportTool): RowFilter[] {
  const at = (name: string) =>
    look.looks.findIndex(
      ({ plain, column }) =>
        plain === name ||
        // An older export of a survey numbers its columns above their names.
        column.parts.some((part) => part.toLowerCase() === name),
    );
  const filter = (
    why: FilterReason,
    name: string,
    leaveOut: readonly string[],
  ): RowFilter[] => {
    const column = at(name);
    return column < 0 || leaveOut.length === 0
      ? []
      : [{ column, leaveOut, why }];
  };
  switch (tool) {
    case "qualtrics":
      return [
        ...filter("unfinished", "finished", ["0", "false"]),
        ...filter("preview", "status", ["1", "survey preview"]),
      ];
    case "typeform":
      return filter("unfinished", "submit date (utc)", [""]);
    case "wootric":
      return filter("excluded", "excluded from calculations", ["true"]);
    case "xes":
    case "eventLog":
      return filter("began", "lifecycle:transition", beganOnly(look));
    case "ga4Funnel":
      return partsOfTotal(look);
    default:
      return [];
  }
}

/** An event that is there when it begins and when it is complete is one event. */
function beganOnly({ looks }: TableLook): string[] {
  const states = looks
    .find(({ plain }) => plain === "lifecycle:transition")
    ?.words.map((word) => word.toLowerCase());
  if (!states?.includes("complete")) return [];
  return shortOf([...new Set(states)].filter((state) => state !== "complete"));
}

/** What a filter can name; whoever has more or longer words than that has no states there. */
function shortOf(words: readonly string[]): string[] {
  return words.filter((word) => word.length <= 200).slice(0, 100);
}

/**
 * A funnel by device or country has a row for all of them as well; that one is exact, and stays alone. There may be more
 * countries than anybody could name.
 */
function partsOfTotal({ looks, table }: TableLook): RowFilter[] {
  return looks.flatMap(({ numbers, column: { index } }) => {
    if (numbers) return [];
    const cells = new Set(table.rows.map((row) => row.cells[index] ?? ""));
    const keepOnly = [...cells].filter(isTotalWord);
    const isAlone = keepOnly.length === cells.size;
    return keepOnly.length > 0 && !isAlone
      ? [{ column: index, leaveOut: [], keepOnly, why: "parts" }]
      : [];
  });
}

/** From when to when a report is, by the lines above it. */
export function periodOf(preamble: readonly string[]): ImportMapping["period"] {
  const text = preamble.join("\n").slice(0, 10_000);
  const both = /(?:^|\s)(\d{8})\s?-\s?(\d{8})(?=\s|$)/.exec(text);
  const from =
    both?.[1] ??
    /(?:start date|startdatum|begindatum): ?(\d{8})/i.exec(text)?.[1];
  const to =
    both?.[2] ?? /(?:end date|enddatum|einddatum): ?(\d{8})/i.exec(text)?.[1];
  const [first, last] = [from, to].map((day) =>
    day === undefined ? null : readMoment(day, "compact"),
  );
  return typeof first === "object" && typeof last === "object" && first && last
    ? { from: first.day, to: last.day }
    : null;
}
