import type { ColumnMapping, ImportMapping, ImportTable } from "./contract";
import { problemCollector } from "./problems";
import { keyCounter, momentReader, rowFilter, textReader } from "./read-cells";
import type { CaseEvent, CasesRead, EventCase } from "./results";
import { cut } from "./plain-text";
import { eachTelling, type OnShare } from "./progress";

interface DatedEvent extends CaseEvent {
  readonly day: string | null;
}

const LONGEST_KEY = 300;

/**
 * The cases of an event log: whatever stands under one id, in the order of its time. A log need not be sorted, and its
 * cases need not stand together. Where the time is the same the order of the file counts; an event without a time keeps
 * its place behind the one that comes before it.
 */
export function readCases(
  table: ImportTable,
  mapping: ImportMapping,
  onShare?: OnShare,
): CasesRead {
  const problems = problemCollector();
  const find = (role: ColumnMapping["role"]) =>
    mapping.columns.find((column) => column.role === role);
  const time = find("time") ?? find("date");
  const clock = find("clock")?.column;
  const readTime =
    time &&
    momentReader(
      table,
      { ...time, ...(clock !== undefined && { clock }) },
      problems,
    );
  const [caseOf, activityOf] = [
    textReader(mapping, "case"),
    textReader(mapping, "activity"),
  ];
  const stays = rowFilter(mapping);
  const activities = keyCounter();
  const byCase = new Map<string, DatedEvent[]>();
  let leftOut = 0;
  eachTelling(table.rows, onShare, (row) => {
    if (!stays(row)) {
      leftOut += 1;
      return;
    }
    const id = cut(caseOf(row), LONGEST_KEY);
    const activity = cut(activityOf(row), LONGEST_KEY);
    if (id === "" || activity === "") {
      problems.add(id === "" ? "noCase" : "noActivity", { row: row.at });
      return;
    }
    activities.add(activity);
    const moment = readTime?.(row) ?? null;
    const event = {
      activity,
      at: moment?.at ?? null,
      day: moment?.day ?? null,
    };
    const events = byCase.get(id);
    if (events) events.push(event);
    else byCase.set(id, [event]);
  });
  return {
    cases: Array.from(byCase, ([id, events]) => caseFrom(id, events)),
    activities: activities.all().sort((a, b) => b.count - a.count),
    period: periodOf(byCase.values()),
    rows: table.rows.length,
    leftOut,
    problems: problems.all(),
  };
}

function caseFrom(id: string, events: readonly DatedEvent[]): EventCase {
  const ordered = inOrder(events);
  return { id, events: ordered.map(({ activity, at }) => ({ activity, at })) };
}

/** By their times; one without a time goes along with the one before it, by which nobody ever waits less than nothing. */
function inOrder(events: readonly DatedEvent[]): readonly DatedEvent[] {
  const times = events.flatMap(({ at }) => at ?? []);
  const isTimed = times.length === events.length;
  // Where the newest stand first, what came before something stands after it.
  const isNewestFirst = !isTimed && times[0]! > times.at(-1)!;
  let time = -Infinity;
  const keyed = (isNewestFirst ? events.toReversed() : events).map((event) => {
    time = event.at ?? time;
    return { event, time };
  });
  // Sorting keeps the order of equals.
  return keyed
    .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time))
    .map(({ event }) => event);
}

function periodOf(cases: Iterable<readonly DatedEvent[]>): CasesRead["period"] {
  let [from, to] = ["", ""];
  for (const events of cases)
    for (const { day } of events) {
      if (day === null) continue;
      if (from === "" || day < from) from = day;
      if (day > to) to = day;
    }
  return from === "" ? null : { from, to };
}
