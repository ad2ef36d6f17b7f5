import * as Y from "yjs";
import { ROOTS, findRoot } from "./document";
import type { RootName, YEntity } from "./document";
import { isId } from "./ids";
import type { Kind, Read } from "./kind";
import type { Attachment, Card, Issue, Lane, Link, Meta } from "./journey-map";
import { LAST } from "./lists";
import { isOrderKey } from "./order";
import { isSameJson } from "./plain";
import {
  EMPTY_META,
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
  /** Values by id that were shown before the document was here. */
  readonly shown: Map<string, unknown>;
}

/** What to read again: a root and a key of it. */
export interface Touched {
  readonly root: RootName;
  readonly key: string;
}

/** Reads everything there is. */
export function readTables(doc: Y.Doc): Tables {
  const tables: Tables = {
    meta: EMPTY_META,
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
    shown: new Map(),
  };
  for (const root of ROOTS) {
    const held = findRoot(doc, root);
    if (held === null)
      noteIssues({ tables, root, key: "" }, [
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
  const row: Row = { tables, root, key, raw: held.get(key) };
  switch (root) {
    case "meta":
      return readMetaAgain(tables, held);
    case "personas":
      return putPersona(row);
    case "stages":
      return putEntity(row, tables.stages, readStage);
    case "touchpoints":
      return putEntity(row, tables.touchpoints, readTouchpoint);
    case "lanes":
      return putEntity(row, tables.lanes, readLane);
    case "cards":
      return putEntity(row, tables.cards, readCard);
    case "attachments":
      return putEntity(row, tables.attachments, readAttachment);
    case "channels":
      return putPair(row, tables.channels, channelMark);
    case "owners":
      return putPair(row, tables.owners, ownerRole);
    case "emotions":
      return putPair(row, tables.emotions, emotionValue);
    case "links":
      return putLink(row);
  }
}

interface Row {
  readonly tables: Tables;
  readonly root: RootName;
  readonly key: string;
  readonly raw: unknown;
}

function noteIssues(
  { tables, root, key }: Omit<Row, "raw">,
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
  const noted = noteIssues({ tables, root: "meta", key: "" }, issues);
  if (isSameJson(tables.meta, value)) return noted;
  tables.meta = value;
  return true;
}

function putPersona(row: Row): boolean {
  const { key, raw } = row;
  const { personas } = row.tables;
  const issues: Issue[] = [];
  if (raw !== undefined && !isId(key)) {
    issues.push({ code: "bad_id", entity: "personas", key: null });
  } else if (raw !== undefined && !isOrderKey(raw)) {
    issues.push({ code: "bad_value", entity: key, key: "pos" });
  }
  const noted = noteIssues(row, issues);
  if (raw === undefined || !isId(key)) return personas.delete(key) || noted;
  const before = personas.get(key);
  const pos = isOrderKey(raw) ? raw : LAST;
  personas.set(key, pos);
  return before !== pos || noted;
}

function putEntity<T>(
  row: Row,
  table: Map<string, RecordOf<T>>,
  read: (id: string, entity: YEntity) => RecordOf<T> | null,
): boolean {
  const { tables, root, key, raw } = row;
  const record = isId(key) && raw instanceof Y.Map ? read(key, raw) : null;
  if (record === null) {
    const issue: Issue = isId(key)
      ? { code: "bad_entity", entity: key, key: null }
      : { code: "bad_id", entity: root, key: null };
    const noted = noteIssues(row, raw === undefined ? [] : [issue]);
    return table.delete(key) || noted;
  }
  const noted = noteIssues(row, record.issues);
  const before = table.get(key);
  if (before !== undefined && isSameRecord(before, record)) return noted;
  // The value keeps its identity while only its place or its deletion changed.
  const held = before ? before.value : tables.shown.get(key);
  const value = isSameJson(held, record.value) ? (held as T) : record.value;
  table.set(key, { ...record, value });
  return true;
}

function isSameRecord<T>(a: RecordOf<T>, b: RecordOf<T>): boolean {
  return (
    a.pos === b.pos && isSameJson(a.del, b.del) && isSameJson(a.value, b.value)
  );
}

function putPair<K extends Kind, V extends Read<K>>(
  row: Row,
  table: PairTable<V>,
  kind: K,
): boolean {
  const { root, key, raw } = row;
  const [on = "", other = "", ...rest] = key.split(":");
  const isGood = isId(on) && isId(other) && rest.length === 0;
  const value = isGood ? (parseValue(raw, kind) as V | undefined) : undefined;
  const issues: Issue[] = [];
  if (raw !== undefined && !isGood) {
    issues.push({ code: "bad_key", entity: root, key: null });
  } else if (raw !== undefined && value === undefined) {
    issues.push({ code: "bad_value", entity: on, key: root });
  }
  const noted = noteIssues(row, issues);
  if (table.get(on)?.get(other) === value) return noted;
  // A new row for each change: whoever holds the old one can tell by its identity.
  const pairs = new Map(table.get(on));
  if (value === undefined) pairs.delete(other);
  else pairs.set(other, value);
  if (pairs.size === 0) table.delete(on);
  else table.set(on, pairs);
  return true;
}

function putLink(row: Row): boolean {
  const { key, raw } = row;
  const { links } = row.tables;
  const [from = "", to = "", kind = "", ...rest] = key.split(":");
  const isGood =
    isId(from) && isId(to) && LINK_KIND.test(kind) && rest.length === 0;
  const isBad = raw !== undefined && !isGood;
  const noted = noteIssues(
    row,
    isBad ? [{ code: "bad_key", entity: "links", key: null }] : [],
  );
  if (!isGood || parseValue(raw, linkMark) !== true) {
    return links.delete(key) || noted;
  }
  if (links.has(key)) return noted;
  links.set(key, { from, to, kind });
  return true;
}
