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
  readonly touchpoints: ReadonlyMap<string, Joined>;
  readonly tray: readonly Touchpoint[];
  /** Ids of columns on the grid, and which span they are of. */
  readonly spans: ReadonlyMap<string, "stage" | "touchpoint">;
  readonly curves: readonly Curve[];
  readonly issues: readonly Issue[];
}

/** A touchpoint, and of what it was made: the same parts make the same touchpoint. */
interface Joined {
  readonly touchpoint: Touchpoint;
  readonly parts: readonly unknown[];
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
    const inside = (byStage.get(record.id) ?? []).map(
      ({ id }) => touchpoints.get(id)!.touchpoint,
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
      lost.map(({ id }) => touchpoints.get(id)!.touchpoint),
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
): Map<string, Joined> {
  const joined = new Map<string, Joined>();
  for (const { id, del, value } of tables.touchpoints.values()) {
    if (del !== null) continue;
    const { channels, owners, emotions } = tables;
    const parts = [
      value,
      channels.get(id),
      owners.get(id),
      emotions.get(id),
      personas,
    ];
    const held = before?.touchpoints.get(id);
    const isSame = parts.every((part, index) => part === held?.parts[index]);
    if (held !== undefined && isSame) {
      joined.set(id, held);
      continue;
    }
    const touchpoint: Touchpoint = {
      ...value,
      channels: keep(held?.touchpoint.channels, channelsOf(tables, id)),
      owners: keep(held?.touchpoint.owners, ownersOf(tables, id)),
      emotions: keep(
        held?.touchpoint.emotions,
        emotionsOf(tables, id, personas),
      ),
    };
    joined.set(id, { parts, touchpoint: keep(held?.touchpoint, touchpoint) });
  }
  return joined;
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
    const held = before?.find((curve) => curve.personaId === personaId);
    const points = columns.map(({ id, emotions }, index) => {
      const value = emotions[personaId] ?? null;
      const point = held?.points[index];
      return point?.touchpointId === id && point.value === value
        ? point
        : { touchpointId: id, value };
    });
    return shareObject(held, {
      personaId,
      points: shareArray(held?.points, points),
    });
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
