import { isDecided, type Verdict } from "@/lib/journey/decision";
import { isSameJson } from "@/lib/journey/plain";
import type { RowChanges } from "@/lib/journey/projection";
import type {
  CardRow,
  ProjectionRows,
  TouchpointRow,
} from "@/lib/journey/projection-rows";
import type { MapKind } from "./kinds";

/** One thing of a map that is not as it was. */
export interface MapChange {
  readonly kind: MapKind;
  /** Null for the map as a whole. */
  readonly entityId: string | null;
}

/** What the registry says of a map. */
export interface MapHead {
  readonly title: string;
  readonly state: string;
  readonly outcome: string;
  readonly reviewEveryDays: number | null;
}

/** A map as its rows tell it. */
export interface ToldMap {
  readonly head: MapHead;
  readonly rows: ProjectionRows;
}

type Noun = "touchpoint" | "stage" | "lane" | "card";

const without = (row: object, keys: ReadonlySet<string>): object =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.has(key)));

/** Where something stands among others changes when another one is put before it, which nobody did to it. */
const places = new Set(["ordinal"]);
/** Told as decisions and tasks, or following from what stands elsewhere. */
const ofCards = new Set([
  "ordinal",
  "originId",
  "decisionStatus",
  "decisionReason",
  "decidedById",
  "decidedAt",
]);

type Thing = { readonly id: string; readonly ordinal: number };

interface Sorted<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** What is in both and not the same, as it was and as it is. */
  readonly kept: readonly (readonly [before: T, after: T])[];
  /** Whether those that stayed where they belong follow each other in another order than before. */
  readonly isArranged: boolean;
}

interface Table<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly changes: {
    readonly upsert: readonly T[];
    readonly remove: readonly T[];
  };
  /** What it stands in, beside others. */
  readonly homeOf: (row: T) => string;
}

function sorted<T extends Thing>(table: Table<T>): Sorted<T> {
  const { before, changes } = table;
  if (changes.upsert.length === 0)
    return { added: [], removed: changes.remove, kept: [], isArranged: false };
  const was = new Map(before.map((row) => [row.id, row]));
  const kept = changes.upsert.flatMap((row) => {
    const other = was.get(row.id);
    return other ? [[other, row] as const] : [];
  });
  const isShifted = kept.some(([one, other]) => one.ordinal !== other.ordinal);
  return {
    added: changes.upsert.filter(({ id }) => !was.has(id)),
    removed: changes.remove,
    kept,
    isArranged: isShifted && isOtherOrder(table, was),
  };
}

function isOtherOrder<T extends Thing>(
  { after, homeOf }: Table<T>,
  was: ReadonlyMap<string, T>,
): boolean {
  const stayed = after.flatMap((row) => {
    const other = was.get(row.id);
    return other && homeOf(other) === homeOf(row)
      ? [{ id: row.id, home: homeOf(row), is: row.ordinal, was: other.ordinal }]
      : [];
  });
  const inOrder = (at: "is" | "was") =>
    stayed
      .toSorted(
        (one, other) =>
          (one.home < other.home ? -1 : one.home > other.home ? 1 : 0) ||
          one[at] - other[at],
      )
      .map(({ id }) => id);
  return !isSameJson(inOrder("is"), inOrder("was"));
}

const told = (
  noun: Noun,
  what: "added" | "changed" | "removed",
  ids: Iterable<string>,
): MapChange[] =>
  [...ids].map((entityId) => ({ kind: `${noun}-${what}`, entityId }));

/** Things of which what hangs on them is not what it was: whose they are, how they feel, what is attached. */
function changedBeside(changes: RowChanges): ReadonlySet<string> {
  const { TouchpointChannel, TouchpointOwner, EmotionRow, AttachmentRow } =
    changes;
  const both = <T>({
    upsert,
    remove,
  }: {
    upsert: readonly T[];
    remove: readonly T[];
  }) => [...upsert, ...remove];
  return new Set([
    ...both(TouchpointChannel).map(({ touchpointId }) => touchpointId),
    ...both(TouchpointOwner).map(({ touchpointId }) => touchpointId),
    ...both(EmotionRow).map(({ touchpointId }) => touchpointId),
    ...both(AttachmentRow).map(({ onId }) => onId),
  ]);
}

const idsOf = (rows: readonly { readonly id: string }[]) =>
  new Set(rows.map(({ id }) => id));

const changedAmong = <T extends Thing>(
  { kept }: Sorted<T>,
  ignored: ReadonlySet<string>,
): string[] =>
  kept
    .filter(
      ([was, is]) => !isSameJson(without(was, ignored), without(is, ignored)),
    )
    .map(([, { id }]) => id);

const verdictOf = ({ decisionStatus, decisionReason }: CardRow) =>
  decisionStatus === null
    ? null
    : ({ status: decisionStatus, reason: decisionReason ?? "" } as Verdict);

/** Cards about which somebody decided something else than before. */
const decisionsIn = ({ kept }: Sorted<CardRow>): MapChange[] =>
  kept.flatMap(([was, is]) => {
    const verdict = verdictOf(is);
    const isNew = isDecided(verdict) && !isSameJson(verdictOf(was), verdict);
    return isNew ? [{ kind: "decision-made", entityId: is.id } as const] : [];
  });

const isOpen = (status: string) => status === "open" || status === "doing";

interface TaskChanges {
  readonly made: readonly string[];
  readonly told: readonly MapChange[];
  /** Cards whose task is another one's, or due at another time. */
  readonly changed: readonly string[];
}

function tasksIn(before: ProjectionRows, changes: RowChanges): TaskChanges {
  const now = changes.TaskRow.upsert;
  const was = new Map(
    now.length === 0 ? [] : before.TaskRow.map((row) => [row.cardId, row]),
  );
  const made: string[] = [];
  const events: MapChange[] = [];
  const changed: string[] = [];
  for (const { cardId, status, stakeholderId, due } of now) {
    const task = was.get(cardId);
    const isOther = !isSameJson(
      [task?.status, task?.stakeholderId, task?.due],
      [status, stakeholderId, due],
    );
    if (!task) made.push(cardId);
    else if (status === "done" && task.status !== "done")
      events.push({ kind: "task-done", entityId: cardId });
    else if (isOpen(status) && !isOpen(task.status))
      events.push({ kind: "task-reopened", entityId: cardId });
    else if (isOther) changed.push(cardId);
  }
  const isMade = (entityId: string) =>
    ({ kind: "task-made", entityId }) as const;
  return { made, changed, told: [...made.map(isMade), ...events] };
}

/** Something that is of the map as a whole. */
const ofMap = (kind: MapKind): MapChange[] => [{ kind, entityId: null }];

function headChanges({ before, after, changes }: MapStep): MapChange[] {
  const { title, ...was } = before.head;
  const { title: now, ...is } = after.head;
  const { upsert, remove } = changes.JourneyPersona;
  const isChanged = !isSameJson(was, is) || upsert.length + remove.length > 0;
  return [
    ...(title === now ? [] : ofMap("journey-renamed")),
    ...(isChanged ? ofMap("map-changed") : []),
  ];
}

/** Cards that came or went by themselves, not with the column or the lane that they stand in. */
const alone = (
  rows: readonly CardRow[],
  around: ReadonlySet<string>,
): string[] =>
  rows
    .filter(
      ({ columnId, laneId }) =>
        !around.has(columnId ?? "") && !around.has(laneId ?? ""),
    )
    .map(({ id }) => id);

/** Touchpoints that came or went without their stage. */
const byThemselves = (
  rows: readonly TouchpointRow[],
  around: ReadonlySet<string>,
): string[] =>
  rows.filter(({ stageId }) => !around.has(stageId ?? "")).map(({ id }) => id);

/** From one state of a map to a later one. */
export interface MapStep {
  readonly before: ToldMap;
  readonly after: ToldMap;
  /** What the rows of the one differ from those of the other in. */
  readonly changes: RowChanges;
}

type Key = "StageRow" | "LaneRow" | "TouchpointRow" | "CardRow";

function tablesOf({ before, after, changes }: MapStep) {
  const table = <K extends Key>(
    key: K,
    homeOf: (row: ProjectionRows[K][number]) => string = () => "",
  ) =>
    sorted<ProjectionRows[K][number]>({
      before: before.rows[key],
      after: after.rows[key],
      changes: changes[key],
      homeOf,
    });
  return {
    stages: table("StageRow"),
    lanes: table("LaneRow"),
    touchpoints: table("TouchpointRow", ({ stageId }) => stageId ?? ""),
    cards: table("CardRow", ({ laneId, columnId }) => `${laneId}/${columnId}`),
  };
}

type Tables = ReturnType<typeof tablesOf>;
type Way = "added" | "removed";

/** Stages and lanes that came or went: what is in them came or went with them. */
const outer = ({ stages, lanes }: Tables, way: Way) =>
  idsOf([...stages[way], ...lanes[way]]);

/** The same with touchpoints, in which cards are. */
const around = (tables: Tables, way: Way) =>
  new Set([...outer(tables, way), ...idsOf(tables.touchpoints[way])]);

/** Things that were there already, and on which something else hangs now. */
function besides(
  rows: readonly { readonly id: string }[],
  { added }: Sorted<Thing>,
  beside: ReadonlySet<string>,
): string[] {
  if (beside.size === 0) return [];
  const fresh = idsOf(added);
  return rows
    .filter(({ id }) => beside.has(id) && !fresh.has(id))
    .map(({ id }) => id);
}

function touchpointChanges(
  { after, changes }: MapStep,
  tables: Tables,
): MapChange[] {
  const { touchpoints } = tables;
  const beside = changedBeside(changes);
  const changed = [
    ...changedAmong(touchpoints, places),
    ...besides(after.rows.TouchpointRow, touchpoints, beside),
  ];
  const { added, removed } = touchpoints;
  return [
    ...told("touchpoint", "added", byThemselves(added, outer(tables, "added"))),
    ...told("touchpoint", "changed", new Set(changed)),
    ...told(
      "touchpoint",
      "removed",
      byThemselves(removed, outer(tables, "removed")),
    ),
  ];
}

function cardChanges(step: MapStep, tables: Tables): MapChange[] {
  const { before, after, changes } = step;
  const { cards } = tables;
  const tasks = tasksIn(before.rows, changes);
  const made = new Set(tasks.made);
  const changed = [
    ...changedAmong(cards, ofCards),
    ...besides(after.rows.CardRow, cards, changedBeside(changes)),
    ...tasks.changed,
  ];
  const added = alone(cards.added, around(tables, "added"));
  return [
    ...told(
      "card",
      "added",
      added.filter((id) => !made.has(id)),
    ),
    ...told("card", "changed", new Set(changed)),
    ...told("card", "removed", alone(cards.removed, around(tables, "removed"))),
    ...decisionsIn(cards),
    ...tasks.told,
  ];
}

/** What people did to a map, thing by thing. */
export function mapChanges(step: MapStep): MapChange[] {
  const tables = tablesOf(step);
  const { stages, lanes } = tables;
  const isMoved = Object.values(tables).some(({ isArranged }) => isArranged);
  return [
    ...headChanges(step),
    ...told("stage", "added", idsOf(stages.added)),
    ...told("stage", "changed", changedAmong(stages, places)),
    ...told("stage", "removed", idsOf(stages.removed)),
    ...told("lane", "added", idsOf(lanes.added)),
    ...told("lane", "changed", changedAmong(lanes, places)),
    ...told("lane", "removed", idsOf(lanes.removed)),
    ...touchpointChanges(step, tables),
    ...cardChanges(step, tables),
    ...(isMoved ? ofMap("map-arranged") : []),
  ];
}
