import type { ChannelId, PersonaId, StakeholderId } from "./ids";
import type {
  Curve,
  Issue,
  Stage,
  Touchpoint,
  TouchpointOwner,
} from "./journey-map";
import { LAST } from "./lists";
import { comparePlaced } from "./order";
import { isSameJson } from "./plain";
import type { RecordOf, TouchpointFields } from "./records";
import { shareArray, shareObject } from "./share";
import type { Tables } from "./tables";
import type { Emotion } from "./vocabulary";

export interface Columns {
  readonly personas: readonly PersonaId[];
  readonly stages: readonly Stage[];
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
  readonly tray: readonly Touchpoint[];
  /** Ids of columns on the grid, and which span they are of. */
  readonly spans: ReadonlyMap<string, "stage" | "touchpoint">;
  readonly curves: readonly Curve[];
  readonly issues: readonly Issue[];
}

/** Stages with their touchpoints, what they feel like, and touchpoints that lost their stage. */
export function assembleColumns(
  tables: Tables,
  before: Columns | null,
): Columns {
  const issues: Issue[] = [];
  const personas = shareArray(before?.personas, personasIn(tables));
  const touchpoints = joinTouchpoints(tables, personas, before);
  const { byStage, lost } = sortIntoStages(tables, issues);
  const spans = new Map<string, "stage" | "touchpoint">();
  const live = liveInOrder(tables.stages);
  const beforeStages = new Map(
    before?.stages.map((stage) => [stage.id as string, stage]),
  );
  const stages = live.map((record) => {
    const inside = (byStage.get(record.id) ?? []).map(({ id }) =>
      touchpoints.get(id)!,
    );
    spans.set(record.id, "stage");
    for (const { id } of inside) spans.set(id, "touchpoint");
    const held = beforeStages.get(record.id);
    return shareObject(held, {
      ...record.value,
      touchpoints: shareArray(held?.touchpoints, inside),
    });
  });
  return {
    personas,
    stages: shareArray(before?.stages, stages),
    touchpoints,
    tray: shareArray(
      before?.tray,
      lost.map(({ id }) => touchpoints.get(id)!),
    ),
    spans,
    curves: assembleCurves({ personas, stages }, before?.curves),
    issues: [...issues, ...strayPairs(tables)],
  };
}

/** The live records of a table, by key and id. */
export function liveInOrder<T>(
  table: ReadonlyMap<string, RecordOf<T>>,
): RecordOf<T>[] {
  return [...table.values()]
    .filter(({ del }) => del === null)
    .sort(comparePlaced);
}

function personasIn(tables: Tables): PersonaId[] {
  const list = [...tables.personas].map(([id, pos]) => ({ id, pos }));
  return list.sort(comparePlaced).map(({ id }) => id as PersonaId);
}

function sortIntoStages(
  tables: Tables,
  issues: Issue[],
): {
  byStage: Map<string, RecordOf<TouchpointFields>[]>;
  lost: RecordOf<TouchpointFields>[];
} {
  const byStage = new Map<string, RecordOf<TouchpointFields>[]>();
  const lost: RecordOf<TouchpointFields>[] = [];
  for (const record of liveInOrder(tables.touchpoints)) {
    const { stageId } = record.value;
    const stage = stageId === null ? undefined : tables.stages.get(stageId);
    if (stageId === null || record.pos === LAST) {
      issues.push({ code: "bad_place", entity: record.id, key: null });
    } else if (stage === undefined) {
      issues.push({ code: "unknown_stage", entity: record.id, key: null });
    }
    if (stageId === null || stage === undefined || stage.del !== null) {
      lost.push(record);
      continue;
    }
    byStage.set(stageId, [...(byStage.get(stageId) ?? []), record]);
  }
  return { byStage, lost };
}

function joinTouchpoints(
  tables: Tables,
  personas: readonly PersonaId[],
  before: Columns | null,
): Map<string, Touchpoint> {
  const joined = new Map<string, Touchpoint>();
  for (const { id, del, value } of tables.touchpoints.values()) {
    if (del !== null) continue;
    const held = before?.touchpoints.get(id);
    const fresh: Touchpoint = {
      ...value,
      channels: keep(held?.channels, channelsOf(tables, id)),
      owners: keep(held?.owners, ownersOf(tables, id)),
      emotions: keep(held?.emotions, emotionsOf(tables, id, personas)),
    };
    joined.set(id, keepFields(held, fresh));
  }
  return joined;
}

function keepFields(
  held: Touchpoint | undefined,
  fresh: Touchpoint,
): Touchpoint {
  if (held === undefined) return fresh;
  const kept = { ...fresh, checklist: keep(held.checklist, fresh.checklist) };
  return isSameJson(held, kept) ? held : kept;
}

function keep<T>(held: T | undefined, fresh: T): T {
  return held !== undefined && isSameJson(held, fresh) ? held : fresh;
}

function channelsOf(tables: Tables, id: string): ChannelId[] {
  return [...(tables.channels.get(id)?.keys() ?? [])].sort() as ChannelId[];
}

function ownersOf(tables: Tables, id: string): TouchpointOwner[] {
  const owners = [...(tables.owners.get(id) ?? [])].map(
    ([stakeholderId, role]) => ({
      stakeholderId: stakeholderId as StakeholderId,
      role,
    }),
  );
  const rank = ({ role, stakeholderId }: TouchpointOwner) =>
    `${role === "responsible" ? 0 : 1}${stakeholderId}`;
  return owners.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function emotionsOf(
  tables: Tables,
  id: string,
  personas: readonly PersonaId[],
): Partial<Record<PersonaId, Emotion>> {
  const row = tables.emotions.get(id);
  const emotions: Partial<Record<PersonaId, Emotion>> = {};
  for (const personaId of row === undefined ? [] : personas) {
    const value = row!.get(personaId);
    if (value !== undefined) emotions[personaId] = value;
  }
  return emotions;
}

function assembleCurves(
  {
    personas,
    stages,
  }: { personas: readonly PersonaId[]; stages: readonly Stage[] },
  before: readonly Curve[] | undefined,
): readonly Curve[] {
  const columns = stages.flatMap(({ touchpoints }) => touchpoints);
  const curves = personas.map((personaId) => {
    const points = columns.map(({ id, emotions }) => ({
      touchpointId: id,
      value: emotions[personaId] ?? null,
    }));
    const curve: Curve = { personaId, points };
    return keep(
      before?.find((held) => held.personaId === personaId),
      curve,
    );
  });
  return shareArray(before, curves);
}

function strayPairs(tables: Tables): Issue[] {
  const issues: Issue[] = [];
  for (const root of ["channels", "owners", "emotions"] as const) {
    for (const id of tables[root].keys()) {
      if (!tables.touchpoints.has(id))
        issues.push({ code: "unknown_entity", entity: id, key: root });
    }
  }
  return issues;
}
