import { breakOffOf } from "./failure-kinds";
import { originsOf } from "./follow-up";
import { isId } from "./ids";
import type { Card, JourneyMap, Touchpoint } from "./journey-map";
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
    CardRow: cards.map(({ card, isPlaced, ordinal }) => {
      const place = isPlaced ? card : { laneId: null, columnId: null };
      const { laneId, columnId } = place;
      const originId = origins.get(card.id) ?? null;
      const columns = { ...cardColumns(card), originId };
      return { ...own, ...columns, laneId, columnId, ordinal };
    }),
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

interface PlacedCard {
  readonly card: Card;
  readonly isPlaced: boolean;
  readonly ordinal: number;
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

function cardColumns({
  id,
  kind,
  text,
  colour,
  metric,
  decision,
  score,
}: Card) {
  return {
    id,
    kind,
    text,
    colour,
    metricValue: metric?.value ?? null,
    metricUnit: metric?.unit ?? null,
    decisionStatus: decision?.status ?? null,
    decisionReason: decision?.reason ?? null,
    ...decidedColumns(decision),
    customerValue: score?.customerValue ?? null,
    businessValue: score?.businessValue ?? null,
    effort: score?.effort ?? null,
  };
}

/** The last moment that a date can hold. */
const LAST_MOMENT = 8.64e15;

/** Anyone who may edit can write any name and number; what no column can hold is not told. */
function decidedColumns(decision: Card["decision"]) {
  const { by = null, at = -1 } = decision?.stamp ?? {};
  const isMoment = Number.isInteger(at) && at >= 0 && at <= LAST_MOMENT;
  return {
    decidedById: isId(by) ? by : null,
    decidedAt: isMoment ? at : null,
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
  const held = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  return {
    upsert: after.filter((row) => !isSameJson(held.get(keyOf(row)), row)),
    remove: before.filter((row) => !kept.has(keyOf(row))),
  };
}
