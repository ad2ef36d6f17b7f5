import * as Y from "yjs";
import type * as z from "zod";
import { ROOTS, findRoot } from "./document";
import type { EntityRoot, RootName, YEntity } from "./document";
import { isId } from "./ids";
import type { Attachment, Card, Issue, Lane, Link, Meta } from "./journey-map";
import { LAST } from "./lists";
import { isOrderKey } from "./order";
import { isSameJson } from "./plain";
import {
  readAttachment,
  readCard,
  readLane,
  readMeta,
  readStage,
  readTouchpoint,
} from "./records";
import type { RecordOf, StageFields, TouchpointFields } from "./records";
import {
  LINK_KIND,
  channelMark,
  emotionValue,
  linkMark,
  ownerRole,
} from "./schema";
import { parseValue } from "./values";
import type { Emotion, OwnerRole } from "./vocabulary";

/** By touchpoint, then by what is on the other side of the key. */
export type PairTable<V> = Map<string, Map<string, V>>;

/** What the document holds, entity by entity; `assemble` makes the map of it. */
export interface Tables {
  meta: Meta;
  readonly personas: Map<string, string>;
  readonly stages: Map<string, RecordOf<StageFields>>;
  readonly touchpoints: Map<string, RecordOf<TouchpointFields>>;
  readonly lanes: Map<string, RecordOf<Lane>>;
  readonly cards: Map<string, RecordOf<Card>>;
  readonly attachments: Map<string, RecordOf<Attachment>>;
  readonly channels: PairTable<true>;
  readonly owners: PairTable<OwnerRole>;
  readonly emotions: PairTable<Emotion>;
  readonly links: Map<string, Link>;
  /** By root and key; only what has any. */
  readonly issues: Map<string, readonly Issue[]>;
}

/** What to read again: a root and a key of it. */
export interface Touched {
  readonly root: RootName;
  readonly key: string;
}

/** Reads everything there is. */
export function readTables(doc: Y.Doc): Tables {
  const tables: Tables = {
    meta: readMeta(new Y.Doc().getMap("meta")).value,
    personas: new Map(),
    stages: new Map(),
    touchpoints: new Map(),
    lanes: new Map(),
    cards: new Map(),
    attachments: new Map(),
    channels: new Map(),
    owners: new Map(),
    emotions: new Map(),
    links: new Map(),
    issues: new Map(),
  };
  for (const root of ROOTS) {
    const held = findRoot(doc, root);
    if (held === null)
      noteIssues(tables, root, "", [
        { code: "bad_root", entity: root, key: null },
      ]);
    else if (root === "meta") readAgain(tables, doc, { root, key: "" });
    else for (const key of held.keys()) readAgain(tables, doc, { root, key });
  }
  return tables;
}

/**
 * Brings one key of the tables up to date.
 *
 * @returns whether anything that shows has changed.
 */
export function readAgain(
  tables: Tables,
  doc: Y.Doc,
  { root, key }: Touched,
): boolean {
  const held = findRoot(doc, root);
  if (held === null) return false;
  const raw: unknown = held.get(key);
  switch (root) {
    case "meta":
      return readMetaAgain(tables, held);
    case "personas":
      return putPersona(tables, key, raw);
    case "stages":
      return putEntity(tables, { root, key, raw }, tables.stages, readStage);
    case "touchpoints":
      return putEntity(
        tables,
        { root, key, raw },
        tables.touchpoints,
        readTouchpoint,
      );
    case "lanes":
      return putEntity(tables, { root, key, raw }, tables.lanes, readLane);
    case "cards":
      return putEntity(tables, { root, key, raw }, tables.cards, readCard);
    case "attachments":
      return putEntity(
        tables,
        { root, key, raw },
        tables.attachments,
        readAttachment,
      );
    case "channels":
      return putPair(tables, { root, key, raw }, tables.channels, channelMark);
    case "owners":
      return putPair(tables, { root, key, raw }, tables.owners, ownerRole);
    case "emotions":
      return putPair(tables, { root, key, raw }, tables.emotions, emotionValue);
    case "links":
      return putLink(tables, key, raw);
  }
}

interface Row<R extends RootName = RootName> {
  readonly root: R;
  readonly key: string;
  readonly raw: unknown;
}

function noteIssues(
  tables: Tables,
  root: RootName,
  key: string,
  issues: readonly Issue[],
): boolean {
  const at = `${root}/${key}`;
  const changed = !isSameJson(tables.issues.get(at) ?? [], issues);
  if (issues.length === 0) tables.issues.delete(at);
  else if (changed) tables.issues.set(at, issues);
  return changed;
}

function readMetaAgain(tables: Tables, held: YEntity): boolean {
  const { value, issues } = readMeta(held);
  const noted = noteIssues(tables, "meta", "", issues);
  if (isSameJson(tables.meta, value)) return noted;
  tables.meta = value;
  return true;
}

function putPersona(tables: Tables, key: string, raw: unknown): boolean {
  const isGood = isId(key) || raw === undefined;
  const issues: Issue[] = isGood
    ? []
    : [{ code: "bad_id", entity: "personas", key: null }];
  if (raw !== undefined && isId(key) && !isOrderKey(raw)) {
    issues.push({ code: "bad_value", entity: key, key: "pos" });
  }
  const noted = noteIssues(tables, "personas", key, issues);
  const before = tables.personas.get(key);
  if (raw === undefined || !isId(key))
    return tables.personas.delete(key) || noted;
  const pos = isOrderKey(raw) ? raw : LAST;
  tables.personas.set(key, pos);
  return before !== pos || noted;
}

function putEntity<T>(
  tables: Tables,
  { root, key, raw }: Row<EntityRoot>,
  table: Map<string, RecordOf<T>>,
  read: (id: string, entity: YEntity) => RecordOf<T> | null,
): boolean {
  if (raw === undefined)
    return [noteIssues(tables, root, key, []), table.delete(key)].some(Boolean);
  const record = isId(key) && raw instanceof Y.Map ? read(key, raw) : null;
  if (record === null) {
    const issue: Issue = isId(key)
      ? { code: "bad_entity", entity: key, key: null }
      : { code: "bad_id", entity: root, key: null };
    return [noteIssues(tables, root, key, [issue]), table.delete(key)].some(
      Boolean,
    );
  }
  const noted = noteIssues(tables, root, key, record.issues);
  const before = table.get(key);
  if (before !== undefined && isSameRecord(before, record)) return noted;
  // The value keeps its identity while only its place or its deletion changed.
  const value =
    before && isSameJson(before.value, record.value)
      ? before.value
      : record.value;
  table.set(key, { ...record, value });
  return true;
}

function isSameRecord<T>(a: RecordOf<T>, b: RecordOf<T>): boolean {
  return (
    a.pos === b.pos && isSameJson(a.del, b.del) && isSameJson(a.value, b.value)
  );
}

function putPair<S extends z.ZodType, V extends z.output<S>>(
  tables: Tables,
  { root, key, raw }: Row,
  table: PairTable<V>,
  schema: S,
): boolean {
  const [on = "", other = "", ...rest] = key.split(":");
  const isGood = isId(on) && isId(other) && rest.length === 0;
  const value = isGood ? (parseValue(raw, schema) as V | undefined) : undefined;
  const issues: Issue[] = [];
  if (!isGood && raw !== undefined)
    issues.push({ code: "bad_key", entity: root, key: null });
  if (isGood && raw !== undefined && value === undefined) {
    issues.push({ code: "bad_value", entity: on, key: root });
  }
  const noted = noteIssues(tables, root, key, issues);
  const before = table.get(on)?.get(other);
  if (before === value) return noted;
  const row = new Map(table.get(on));
  if (value === undefined) row.delete(other);
  else row.set(other, value);
  if (row.size === 0) table.delete(on);
  else table.set(on, row);
  return true;
}

function putLink(tables: Tables, key: string, raw: unknown): boolean {
  const [from = "", to = "", kind = "", ...rest] = key.split(":");
  const isGood =
    isId(from) && isId(to) && LINK_KIND.test(kind) && rest.length === 0;
  const isSet = parseValue(raw, linkMark) === true;
  const issues: Issue[] = [];
  if (raw !== undefined && !isGood)
    issues.push({ code: "bad_key", entity: "links", key: null });
  const noted = noteIssues(tables, "links", key, issues);
  if (!isGood || !isSet) return tables.links.delete(key) || noted;
  if (tables.links.has(key)) return noted;
  tables.links.set(key, { from, to, kind });
  return true;
}
