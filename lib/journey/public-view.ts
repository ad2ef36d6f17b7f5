import { breakOffOf } from "./failure-kinds";
import { isSafeKey, isSameJson } from "./plain";
import type { CellKey, LaneId, StakeholderId } from "./ids";
import type {
  Attachment,
  Card,
  JourneyMap,
  Lane,
  Stage,
  Touchpoint,
} from "./journey-map";
import type { LaneField } from "./vocabulary";
import { LANE_KIND_INFO } from "./vocabulary";

export interface PublicLink {
  /** Null or absent: every lane but those that are backstage. */
  readonly laneIds?: readonly LaneId[] | null;
  readonly showOwners: boolean;
  /** Names of stakeholders; only those of shown owners leave. */
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * What a visitor of a share link may see, in the shape of a map, so that the same painters draw it.
 *
 * Fields of touchpoints leave only where a shown lane shows them. Working notes, decisions, tasks, the
 * tray, the trash and the ids of people never leave.
 */
export interface PublicView {
  readonly map: JourneyMap;
  /** Shown owners, under ids that mean something in this view only. */
  readonly stakeholders: readonly {
    readonly id: StakeholderId;
    readonly name: string;
  }[];
}

/** Makes the public view of a map for one share link. */
export function publicView(map: JourneyMap, link: PublicLink): PublicView {
  const lanes = map.lanes.filter((lane) =>
    link.laneIds
      ? link.laneIds.includes(lane.id)
      : lane.visibility !== "backstage",
  );
  const shown = new Set<LaneField>();
  for (const { kind } of lanes) {
    const info = LANE_KIND_INFO[kind];
    if (!info.holdsCards) shown.add(info.field);
  }
  const mayShowOwners = link.showOwners && shown.has("stakeholder");
  const aliases = mayShowOwners
    ? aliasesOf(map, link.names ?? new Map())
    : new Map();
  const stages = map.stages.map((stage) => publicStage(stage, shown, aliases));
  const cells = publicCells(map, lanes);
  const { title, scenario, customerWord, state, outcome, locale, schema } =
    map.meta;
  return {
    map: {
      meta: {
        schema,
        title,
        scenario,
        customerWord,
        state,
        outcome,
        breaksOffAt: breakOffOf(map).touchpoint?.id ?? null,
        locale,
        structureLocked: true,
        reviewEveryDays: null,
      },
      personas: map.personas,
      stages,
      lanes: lanes.map((lane) => ({ ...lane, hint: null, cellHints: {} })),
      cells,
      curves: shown.has("emotion") ? map.curves : [],
      attachments: publicAttachments(map, { lanes, cells, shown }),
      links: [],
      tray: { touchpoints: [], cards: [] },
      trash: [],
      issues: [],
    },
    stakeholders: [...aliases.values()],
  };
}

type Aliases = ReadonlyMap<
  string,
  { readonly id: StakeholderId; readonly name: string }
>;

function aliasesOf(
  map: JourneyMap,
  names: ReadonlyMap<string, string>,
): Aliases {
  const owners = map.stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap((t) => t.owners),
  );
  const ids = [
    ...new Set(owners.map(({ stakeholderId }) => stakeholderId)),
  ].sort();
  const named = ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return new Map(
    named.map(([id, name], index) => [id, { id: aliasAt(index + 1), name }]),
  );
}

function aliasAt(number: number): StakeholderId {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}` as StakeholderId;
}

function publicStage(
  stage: Stage,
  shown: ReadonlySet<LaneField>,
  aliases: Aliases,
): Stage {
  const touchpoints = stage.touchpoints.map((held) =>
    publicTouchpoint(held, shown, aliases),
  );
  return { ...stage, touchpoints };
}

function publicTouchpoint(
  held: Touchpoint,
  shown: ReadonlySet<LaneField>,
  aliases: Aliases,
): Touchpoint {
  const isDetailed = shown.has("touchpoint");
  const owners = held.owners.flatMap(({ stakeholderId, role }) => {
    const alias = aliases.get(stakeholderId);
    return alias === undefined ? [] : [{ stakeholderId: alias.id, role }];
  });
  return {
    id: held.id,
    stageId: held.stageId,
    title: held.title,
    message: shown.has("message") ? held.message : "",
    actualMessage: "",
    messageStatus: null,
    notes: "",
    medium: isDetailed ? held.medium : null,
    initiator: isDetailed ? held.initiator : null,
    receiver: null,
    planned: isDetailed ? held.planned : null,
    momentOfTruth: isDetailed ? held.momentOfTruth : null,
    checklist: [],
    searchQueries: "",
    dependsOn: null,
    inspiration: "",
    responseTime: isDetailed ? held.responseTime : null,
    handledBy: null,
    duration: isDetailed ? held.duration : null,
    timing: isDetailed ? held.timing : null,
    dropOff: null,
    channels: shown.has("channel") ? held.channels : [],
    owners,
    emotions: shown.has("emotion") ? held.emotions : {},
  };
}

function publicCells(
  map: JourneyMap,
  lanes: readonly Lane[],
): JourneyMap["cells"] {
  const shown = new Set<string>(lanes.map(({ id }) => id));
  const cells: Record<CellKey, readonly Card[]> = {};
  for (const [key, cards] of Object.entries(map.cells) as [
    CellKey,
    readonly Card[],
  ][]) {
    if (shown.has(key.split(":")[0]!)) cells[key] = cards.map(publicCard);
  }
  return cells;
}

function publicCard(card: Card): Card {
  return { ...card, decision: null, task: null };
}

function publicAttachments(
  map: JourneyMap,
  view: {
    readonly lanes: readonly Lane[];
    readonly cells: JourneyMap["cells"];
    readonly shown: ReadonlySet<LaneField>;
  },
): JourneyMap["attachments"] {
  const { lanes, cells, shown } = view;
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const entities = [
    ...map.stages,
    ...lanes,
    ...Object.values(cells).flat(),
    ...(shown.has("message") || shown.has("touchpoint") ? touchpoints : []),
  ];
  const attachments: Record<string, readonly Attachment[]> = {};
  for (const { id } of entities) {
    const list = map.attachments[id];
    if (list !== undefined)
      attachments[id] = list.map((held) => ({ ...held, sha256: null }));
  }
  return attachments;
}

/** One place of a view that is another now; without a value it is gone. */
export interface ViewChange {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** What turns one view into another. Lists of other length are sent whole. */
export function diffView(before: PublicView, after: PublicView): ViewChange[] {
  return [...changesIn(before, after, [])];
}

function* changesIn(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[],
): Generator<ViewChange> {
  if (before === after) return;
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length
  ) {
    for (const [index, item] of after.entries())
      yield* changesIn(before[index], item, [...path, index]);
  } else if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before))
      if (!(key in after)) yield { path: [...path, key] };
    for (const [key, item] of Object.entries(after))
      yield* changesIn(before[key], item, [...path, key]);
  } else if (!isSameJson(before, after)) {
    yield { path, value: after };
  }
}

/** The view after changes, sharing what they leave alone. */
export function applyViewChanges(
  view: PublicView,
  changes: readonly ViewChange[],
): PublicView {
  return changes.reduce<unknown>(
    (held, change) => put(held, change.path, change),
    view,
  ) as PublicView;
}

function put(
  held: unknown,
  path: ViewChange["path"],
  change: ViewChange,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change.value;
  if (Array.isArray(held) && typeof key === "number")
    return held.with(key, put(held[key], rest, change));
  if (!isRecord(held) || typeof key !== "string" || !isSafeKey(key))
    return held;
  if (rest.length === 0 && !("value" in change)) {
    const { [key]: _gone, ...others } = held;
    return others;
  }
  return { ...held, [key]: put(held[key], rest, change) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
