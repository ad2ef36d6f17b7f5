import { cardRow, type PlacedCard } from "./card-rows";
import { breakOffOf } from "./failure-kinds";
import { originsOf } from "./follow-up";
import type { JourneyMap, Touchpoint } from "./journey-map";
import { isSameJson } from "./plain";
import { PROJECTION_KEYS } from "./projection-rows";
import type {
  ProjectionRows,
  ProjectionScope,
  ProjectionTable,
  TaskRow,
} from "./projection-rows";

/** The relational rows of a map: a pure function of it, so that rebuilt rows equal those kept up to date. */
export function projectRows(
  map: JourneyMap,
  scope: ProjectionScope,
): ProjectionRows {
  const touchpoints = [
    ...map.stages.flatMap((stage) =>
      stage.touchpoints.map((held) => ({ held, stageId: stage.id })),
    ),
    ...map.tray.touchpoints.map((held) => ({ held, stageId: null })),
  ];
  const cards = placedCards(map);
  const breaksOffAt = breakOffOf(map).touchpoint?.id;
  const origins = liveOrigins(map, touchpoints, cards);
  const { workspaceId, journeyId } = scope;
  const own = { workspaceId, journeyId };
  return {
    JourneyPersona: map.personas.map((personaId, ordinal) => ({
      ...own,
      personaId,
      ordinal,
    })),
    StageRow: map.stages.map(({ id, title, description, colour }, ordinal) => {
      return { ...own, id, ordinal, title, description, colour };
    }),
    LaneRow: map.lanes.map(({ id, kind, span, title, visibility }, ordinal) => {
      return { ...own, id, ordinal, kind, span, title, visibility };
    }),
    TouchpointRow: touchpoints.map(({ held, stageId }, ordinal) => {
      const breaksOff = held.id === breaksOffAt;
      const columns = { ...touchpointColumns(held), breaksOff };
      return { ...own, ...columns, stageId, ordinal };
    }),
    TouchpointChannel: touchpoints.flatMap(({ held }) =>
      held.channels.map((channelId) => ({
        ...own,
        touchpointId: held.id,
        channelId,
      })),
    ),
    TouchpointOwner: touchpoints.flatMap(({ held }) =>
      held.owners.map((owner) => ({ ...own, touchpointId: held.id, ...owner })),
    ),
    EmotionRow: touchpoints.flatMap(({ held }) =>
      Object.entries(held.emotions).flatMap(([personaId, value]) =>
        value === undefined
          ? []
          : [{ ...own, touchpointId: held.id, personaId, value }],
      ),
    ),
    CardRow: cards.map((placed) => cardRow(placed, own, origins)),
    TaskRow: taskRows(map, cards, own),
    AttachmentRow: Object.values(map.attachments).flatMap((list) =>
      list.map(
        ({ id, on: onId, kind, name, url, fileId, mime, bytes }, ordinal) => {
          return {
            ...own,
            id,
            onId,
            ordinal,
            kind,
            name,
            url,
            fileId,
            mime,
            bytes,
          };
        },
      ),
    ),
  };
}

function placedCards(map: JourneyMap): PlacedCard[] {
  const grid = Object.values(map.cells).flatMap((cell) =>
    cell.map((card, ordinal) => ({ card, isPlaced: true, ordinal })),
  );
  const tray = map.tray.cards.map((card, ordinal) => ({
    card,
    isPlaced: false,
    ordinal,
  }));
  return [...grid, ...tray];
}

/** By card, what it was made out of; not what is gone. */
function liveOrigins(
  { links }: JourneyMap,
  touchpoints: readonly { readonly held: Touchpoint }[],
  cards: readonly PlacedCard[],
): ReadonlyMap<string, string> {
  const live = new Set<string>([
    ...touchpoints.map(({ held }) => held.id),
    ...cards.map(({ card }) => card.id),
  ]);
  return originsOf(links.filter(({ from }) => live.has(from)));
}

function touchpointColumns(touchpoint: Touchpoint) {
  const { id, title, message, actualMessage, messageStatus, notes, medium } =
    touchpoint;
  const {
    initiator,
    receiver,
    planned,
    searchQueries,
    responseTime,
    handledBy,
  } = touchpoint;
  const { duration, momentOfTruth, dropOff, checklist } = touchpoint;
  return {
    id,
    title,
    message,
    actualMessage,
    messageStatus,
    notes,
    medium,
    initiator,
    receiver,
    planned,
    momentKind: momentOfTruth?.kind ?? null,
    momentReason: momentOfTruth?.reason ?? null,
    searchQueries,
    responseTime,
    handledBy,
    duration,
    dropOffShare: dropOff?.share ?? null,
    checklistDone: checklist.filter(({ done }) => done).length,
    checklistSize: checklist.length,
  };
}

function taskRows(
  map: JourneyMap,
  cards: readonly PlacedCard[],
  own: ProjectionScope,
): TaskRow[] {
  const stageOf = new Map<string, string>();
  for (const { id, touchpoints } of map.stages) {
    for (const touchpoint of touchpoints) stageOf.set(touchpoint.id, id);
  }
  return cards.flatMap(({ card, isPlaced }) => {
    if (card.task === null) return [];
    const { stakeholderId, status, due } = card.task;
    const columnId = isPlaced ? card.columnId : null;
    const stageId =
      columnId === null ? null : (stageOf.get(columnId) ?? columnId);
    const touchpointId = stageId === columnId ? null : columnId;
    return [
      {
        ...own,
        cardId: card.id,
        stakeholderId,
        status,
        due,
        text: card.text,
        stageId,
        touchpointId,
      },
    ];
  });
}

export type RowChanges = {
  readonly [T in ProjectionTable]: {
    readonly upsert: ProjectionRows[T];
    /** Rows that are gone, as they were. */
    readonly remove: ProjectionRows[T];
  };
};

/** What to write to turn the rows of one map into those of another; with no earlier rows, all of them. */
export function diffRows(
  before: ProjectionRows | null,
  after: ProjectionRows,
): RowChanges {
  const tables = Object.keys(PROJECTION_KEYS) as ProjectionTable[];
  const changes = tables.map((table) => [
    table,
    diffTable(table, before?.[table] ?? [], after[table]),
  ]);
  return Object.fromEntries(changes) as RowChanges;
}

function diffTable(
  table: ProjectionTable,
  before: readonly object[],
  after: readonly object[],
) {
  const keyOf = (row: object) => {
    const values = row as Readonly<Record<string, unknown>>;
    return PROJECTION_KEYS[table].map((column) => values[column]).join("/");
  };
  // Of a large map nearly all rows are the objects that they were; they need no look.
  const [was, is] = [new Set(before), new Set(after)];
  const fresh = after.filter((row) => !was.has(row));
  const gone = new Map(
    before.filter((row) => !is.has(row)).map((row) => [keyOf(row), row]),
  );
  const upsert = fresh.filter((row) => !isSameJson(gone.get(keyOf(row)), row));
  for (const row of fresh) gone.delete(keyOf(row));
  return { upsert, remove: [...gone.values()] };
}
