import { assembleCells, patchCells } from "./assemble-cells";
import type { Cells } from "./assemble-cells";
import { assembleColumns, liveInOrder } from "./assemble-columns";
import type { Columns } from "./assemble-columns";
import type { RootName } from "./document";
import type { EntityId } from "./ids";
import type {
  Attachment,
  Issue,
  JourneyMap,
  Link,
  TrashItem,
} from "./journey-map";
import { SCHEMA_VERSION } from "./limits";
import { isSameJson } from "./plain";
import type { RecordOf } from "./records";
import type { Deletion } from "./schema";
import { shareArray, shareObject, shareRecord } from "./share";
import type { Tables, Touched } from "./tables";

/** A map, with what it takes to make the next one cheaply. */
export interface Assembly {
  readonly map: JourneyMap;
  readonly columns: Columns;
  readonly cells: Cells;
  /** Equal keys mean that every card would find the same place. */
  readonly structure: string;
  /** What stands on something that was never there. */
  readonly strays: readonly Issue[];
}

/** Makes the map of the tables. With the one before and what was touched since, only that is made anew. */
export function assemble(
  tables: Tables,
  before: Assembly | null = null,
  touched: readonly Touched[] = [],
): Assembly {
  const changes = (roots: ReadonlySet<RootName>) =>
    before === null || touched.some(({ root }) => roots.has(root));
  const old = before?.map;
  const columns =
    before !== null && !changes(COLUMN_ROOTS)
      ? before.columns
      : assembleColumns(tables, before?.columns ?? null);
  const structure =
    before !== null && !changes(STRUCTURE_ROOTS)
      ? before.structure
      : structureOf(tables);
  const cards = new Set(
    touched.filter(({ root }) => root === "cards").map(({ key }) => key),
  );
  const patched =
    before?.structure === structure
      ? patchCells(tables, cards, before.cells)
      : null;
  const cells =
    patched ?? assembleCells(tables, columns.spans, before?.cells ?? null);
  const isOnlyWords = patched !== null && !changes(STRUCTURE_ROOTS);
  /** Nothing came, went or moved: what hangs on things hangs where it did. */
  const isStill = isOnlyWords && !changes(ATTACHMENT_ROOT);
  const strays = before !== null && isStill ? before.strays : straysOf(tables);
  const map: JourneyMap = {
    meta: keep(old?.meta, tables.meta),
    personas: columns.personas,
    stages: columns.stages,
    lanes:
      old !== undefined && !changes(LANE_ROOT)
        ? old.lanes
        : lanesOf(tables, old),
    cells: cells.cells,
    curves: columns.curves,
    attachments:
      old !== undefined && isStill
        ? old.attachments
        : attachmentsOf(tables, cells, old),
    links:
      old !== undefined && !changes(LINK_ROOT)
        ? old.links
        : keep(old?.links, linksOf(tables)),
    tray: shareObject(old?.tray, {
      touchpoints: columns.tray,
      cards: cells.tray,
    }),
    trash:
      old !== undefined && isStill
        ? old.trash
        : keep(old?.trash, trashOf(tables)),
    issues: keep(old?.issues, issuesOf(tables, { columns, cells, strays })),
  };
  return { map: shareObject(old, map), columns, cells, structure, strays };
}

const COLUMN_ROOTS: ReadonlySet<RootName> = new Set([
  "stages",
  "touchpoints",
  "personas",
  "channels",
  "owners",
  "emotions",
]);
const STRUCTURE_ROOTS: ReadonlySet<RootName> = new Set([
  "stages",
  "touchpoints",
  "lanes",
]);
const LANE_ROOT: ReadonlySet<RootName> = new Set(["lanes"]);
const LINK_ROOT: ReadonlySet<RootName> = new Set(["links"]);
const ATTACHMENT_ROOT: ReadonlySet<RootName> = new Set(["attachments"]);

function keep<T>(held: T | undefined, fresh: T): T {
  return held !== undefined && isSameJson(held, fresh) ? held : fresh;
}

function lanesOf(
  tables: Tables,
  before: JourneyMap | undefined,
): JourneyMap["lanes"] {
  return shareArray(
    before?.lanes,
    liveInOrder(tables.lanes).map(({ value }) => value),
  );
}

function structureOf({ stages, touchpoints, lanes }: Tables): string {
  const parts: string[] = [];
  for (const { id, del } of stages.values()) parts.push(id, del ? "-" : "+");
  for (const { id, del, value } of touchpoints.values()) {
    parts.push(id, del ? "-" : "+", value.stageId ?? "");
  }
  for (const { id, del, value } of lanes.values()) {
    parts.push(id, del ? "-" : "+", value.kind, value.span);
  }
  return parts.join(" ");
}

function attachmentsOf(
  tables: Tables,
  { places }: Cells,
  before: JourneyMap | undefined,
): JourneyMap["attachments"] {
  if (tables.attachments.size === 0)
    return shareRecord(before?.attachments, {});
  const groups: Record<string, Attachment[]> = {};
  for (const { value } of liveInOrder(tables.attachments)) {
    if (places.has(value.on) || isLive(tables, value.on))
      (groups[value.on] ??= []).push(value);
  }
  const shared = Object.entries(groups).map(
    ([on, list]) => [on, shareArray(before?.attachments[on], list)] as const,
  );
  return shareRecord(before?.attachments, Object.fromEntries(shared));
}

function isLive({ stages, touchpoints, lanes }: Tables, id: string): boolean {
  const record = stages.get(id) ?? touchpoints.get(id) ?? lanes.get(id);
  return record?.del === null;
}

function linksOf(tables: Tables): Link[] {
  return [...tables.links]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, link]) => link);
}

function trashOf(tables: Tables): TrashItem[] {
  const { stages, touchpoints, lanes, cards, attachments } = tables;
  const items = [
    ...deletedOf("stage", stages, ({ value }) => [value.title, []]),
    ...deletedOf("touchpoint", touchpoints, ({ value }) => [
      value.title,
      [stages.get(value.stageId ?? "")?.del],
    ]),
    ...deletedOf("lane", lanes, ({ value }) => [value.title, []]),
    ...deletedOf("card", cards, ({ value }) => [
      value.text,
      [
        stages.get(value.columnId ?? "")?.del,
        touchpoints.get(value.columnId ?? "")?.del,
        lanes.get(value.laneId ?? "")?.del,
      ],
    ]),
    ...deletedOf("attachment", attachments, ({ value }) => [value.name, []]),
  ];
  return items.sort(
    (a, b) => b.deletedAt - a.deletedAt || (a.id < b.id ? -1 : 1),
  );
}

type Containers = readonly (Deletion | null | undefined)[];

function* deletedOf<T>(
  kind: TrashItem["kind"],
  table: ReadonlyMap<string, RecordOf<T>>,
  describe: (
    record: RecordOf<T>,
  ) => readonly [title: string, containers: Containers],
): Generator<TrashItem> {
  for (const record of table.values()) {
    const { del } = record;
    if (del === null) continue;
    const [title, containers] = describe(record);
    if (containers.some((mark) => mark?.by === del.by && mark.at === del.at))
      continue;
    const id = record.id as EntityId;
    yield { kind, id, title, deletedBy: del.by, deletedAt: del.at };
  }
}

function straysOf(tables: Tables): Issue[] {
  return [...tables.attachments.values()].flatMap(({ id, value }) =>
    isKnown(tables, value.on)
      ? []
      : { code: "unknown_entity", entity: id, key: "on" },
  );
}

interface IssueSources {
  readonly columns: Columns;
  readonly cells: Cells;
  readonly strays: readonly Issue[];
}

function issuesOf(
  tables: Tables,
  { columns, cells, strays }: IssueSources,
): Issue[] {
  const issues = [
    ...[...tables.issues.values()].flat(),
    ...columns.issues,
    ...cells.issues,
    ...strays,
  ];
  if (tables.meta.schema > SCHEMA_VERSION) {
    issues.push({ code: "newer_schema", entity: null, key: null });
  }
  const byText = new Map(
    issues.map((issue) => [
      `${issue.code} ${issue.entity ?? ""} ${issue.key ?? ""}`,
      issue,
    ]),
  );
  return [...byText]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, issue]) => issue);
}

function isKnown(
  { stages, touchpoints, lanes, cards }: Tables,
  id: string,
): boolean {
  return [stages, touchpoints, lanes, cards].some((table) => table.has(id));
}
