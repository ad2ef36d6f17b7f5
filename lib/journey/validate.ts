import * as Y from "yjs";
import type * as z from "zod";
import { ENTITY_ROOTS, ROOTS, findRoot } from "./document";
import type { EntityRoot, RootName, YEntity } from "./document";
import { isId } from "./ids";
import { MAX_CARDS, MAX_DEPTH, MAX_MERGED_TEXT } from "./limits";
import { countLiveCards, deletionOf } from "./lists";
import { isPlainJson, isSafeKey } from "./plain";
import {
  LINK_KIND,
  channelMark,
  emotionValue,
  linkMark,
  ownerRole,
  personaPos,
} from "./schema";
import { CHECKLIST_ITEM, SHAPES, isNested } from "./shapes";
import type { Shape } from "./shapes";
import type { Touched } from "./tables";
import { changedTypes } from "./touched";
import type { ChangedType } from "./touched";

export type ViolationCode =
  /** A top-level type with another name, or of another kind. */
  | "unknown_root"
  | "bad_key"
  /** Not the type that this key is for, or a value that the schema does not allow. */
  | "bad_type"
  /** A nested type that its entity should have is not there; see `completeEntities`. */
  | "incomplete"
  | "bad_value"
  /** Entities are marked as deleted, never removed. */
  | "hard_delete"
  /** An entity or a nested type set anew over another: what others put into the old one would be gone. */
  | "replaced"
  | "too_long"
  | "too_deep"
  | "too_many_cards";

export interface Violation {
  readonly code: ViolationCode;
  readonly root: string;
  readonly key: string | null;
}

/** An entity to check, and which of its keys; null: all, because it is new. */
interface Checked extends Touched {
  readonly fields: ReadonlySet<string> | null;
}

/** What one transaction changed, as the validation needs it. */
export interface ChangedEntities {
  readonly touched: readonly Checked[];
  /** What can be seen only while the transaction is at hand. */
  readonly violations: readonly Violation[];
  /** Live cards more than before. */
  readonly cardsAdded: number;
}

/** Collects what to validate; to be called while the transaction is at hand. */
export function changedEntities(transaction: Y.Transaction): ChangedEntities {
  const strangers = [...transaction.doc.share.keys()].filter(
    (name) => !isRootName(name),
  );
  const violations: Violation[] = strangers.map((root) => ({
    code: "unknown_root",
    root,
    key: null,
  }));
  const checked = new Map<string, Checked>();
  let cardsAdded = 0;
  for (const changed of changedTypes(transaction)) {
    violations.push(...lossesIn(changed));
    if (changed.root === "cards") cardsAdded += liveCardsAdded(changed);
    for (const one of checksOf(changed)) {
      const at = `${one.root}/${one.key}`;
      checked.set(at, merged(checked.get(at), one));
    }
  }
  return { touched: [...checked.values()], violations, cardsAdded };
}

/** What to check of a changed type: a new entity whole, of another what lies under the keys that changed. */
function checksOf({ root, path, keys }: ChangedType): Checked[] {
  const named = [...keys].map((key) => key ?? "");
  if (root === "meta")
    return [{ root, key: "", fields: new Set(path[0] ? [path[0]] : named) }];
  const [key, field] = path;
  if (key === undefined)
    return named.map((name) => ({ root, key: name, fields: null }));
  return [{ root, key, fields: new Set(field ? [field] : named) }];
}

function merged(before: Checked | undefined, now: Checked): Checked {
  if (!before?.fields || !now.fields)
    return before ? { ...now, fields: null } : now;
  return { ...now, fields: new Set([...before.fields, ...now.fields]) };
}

/** Types that were taken away or set anew: what others put into them is gone for everyone. */
function lossesIn({ root, path, type, keys }: ChangedType): Violation[] {
  const holdsTypes = nestedKeysAt(root, path);
  const violations: Violation[] = [];
  for (const key of keys) {
    if (key === null || !holdsTypes(key)) continue;
    const item = type._map.get(key);
    if (item === undefined) continue;
    const at = { root, key: path[0] ?? key };
    if (item.deleted) violations.push({ code: "hard_delete", ...at });
    else if (item.left !== null) violations.push({ code: "replaced", ...at });
  }
  return violations;
}

function nestedKeysAt(
  root: RootName,
  path: readonly string[],
): (key: string) => boolean {
  if (root === "meta")
    return (key) => path.length === 0 && isNested(SHAPES.meta, key);
  if (!isEntityRoot(root)) return () => false;
  if (path.length === 0) return () => true;
  if (path.length === 1) return (key) => isNested(SHAPES[root], key);
  const isList = SHAPES[root].lists?.includes(path[1]!) ?? false;
  if (path.length === 2) return () => isList;
  return (key) => isList && path.length === 3 && isNested(CHECKLIST_ITEM, key);
}

function liveCardsAdded({ path, type, keys }: ChangedType): number {
  if (path.length === 0)
    return [...keys].filter((key) => isLiveCard(type._map.get(key ?? "")))
      .length;
  if (path.length > 1 || !keys.has("del")) return 0;
  return isLiveCard(type._item) ? 1 : -1;
}

function isLiveCard(item: Y.Item | null | undefined): boolean {
  if (!item || item.deleted) return false;
  const card: unknown = item.content.getContent().at(-1);
  return card instanceof Y.Map && deletionOf(card) === null;
}

/**
 * Checks the entities that a transaction changed against the schema, for a server that takes updates
 * from anyone who may write. Unknown keys with plain JSON pass: the view ignores them.
 */
export function validateEntities(
  doc: Y.Doc,
  changed: ChangedEntities,
): Violation[] {
  const violations: Violation[] = [...changed.violations];
  for (const checked of changed.touched) {
    const { root } = checked;
    const held = findRoot(doc, root);
    if (held === null || held._start !== null)
      violations.push({ code: "unknown_root", root, key: null });
    else violations.push(...violationsAt(held, checked));
  }
  if (changed.cardsAdded > 0) {
    const after = countLiveCards(doc);
    // A merge that crosses the limit cannot be refused in part; whoever goes on growing can.
    if (after - changed.cardsAdded >= MAX_CARDS) {
      violations.push({ code: "too_many_cards", root: "cards", key: null });
    }
  }
  return violations;
}

function isRootName(name: string): name is RootName {
  return (ROOTS as readonly string[]).includes(name);
}

function isEntityRoot(root: RootName): root is EntityRoot {
  return (ENTITY_ROOTS as readonly string[]).includes(root);
}

function isPair(key: string): boolean {
  const parts = key.split(":");
  return parts.length === 2 && parts.every(isId);
}

function isLink(key: string): boolean {
  const [from, to, kind = "", ...rest] = key.split(":");
  return isId(from) && isId(to) && LINK_KIND.test(kind) && rest.length === 0;
}

function violationsAt(held: YEntity, checked: Checked): Violation[] {
  const { root, key } = checked;
  if (root === "meta")
    return violationsIn(held, SHAPES.meta, { ...checked, key: null });
  if (isEntityRoot(root)) return entityViolations(held, { ...checked, root });
  if (!held.has(key)) return [];
  const { isKey, value } = SETS[root];
  if (!isKey(key)) return [{ code: "bad_key", root, key }];
  return valueViolations(held.get(key), value, { root, key });
}

const SETS = {
  personas: { isKey: isId, value: personaPos },
  channels: { isKey: isPair, value: channelMark },
  owners: { isKey: isPair, value: ownerRole },
  emotions: { isKey: isPair, value: emotionValue },
  links: { isKey: isLink, value: linkMark },
} as const;

interface At {
  readonly root: RootName;
  readonly key: string | null;
}

/** Where to look, and which keys there; null: all. */
interface Within extends At {
  readonly fields: ReadonlySet<string> | null;
}

function entityViolations(
  held: YEntity,
  { root, key, fields }: Checked & { readonly root: EntityRoot },
): Violation[] {
  const at = { root, key };
  const entity: unknown = held.get(key);
  if (!isId(key)) return [{ code: "bad_key", ...at }];
  if (entity === undefined) return [];
  if (!(entity instanceof Y.Map)) return [{ code: "bad_type", ...at }];
  return violationsIn(entity, SHAPES[root], { ...at, fields });
}

function violationsIn(
  entity: YEntity,
  shape: Shape,
  { fields, ...at }: Within,
): Violation[] {
  const violations: Violation[] = [];
  const { values, texts, fragments = [], lists = [] } = shape;
  if (entity._start !== null) violations.push({ code: "bad_type", ...at });
  const nestedOf = (key: string, check: typeof textViolations) => {
    if (fields !== null && !fields.has(key)) return;
    const held: unknown = entity.get(key);
    if (held === undefined) violations.push({ code: "incomplete", ...at });
    else violations.push(...check(held, at));
  };
  for (const key of texts) nestedOf(key, textViolations);
  for (const key of fragments) nestedOf(key, fragmentViolations);
  for (const key of lists) nestedOf(key, listViolations);
  const nested = new Set([...texts, ...fragments, ...lists]);
  for (const key of fields ?? entity.keys()) {
    if (nested.has(key) || !entity.has(key)) continue;
    const value: unknown = entity.get(key);
    if (!isSafeKey(key)) violations.push({ code: "bad_key", ...at });
    else
      violations.push(
        ...valueViolations(
          value,
          Object.hasOwn(values, key) ? values[key]! : null,
          at,
        ),
      );
  }
  return violations;
}

function valueViolations(
  value: unknown,
  schema: z.ZodType | null,
  at: At,
): Violation[] {
  if (value instanceof Y.AbstractType || value instanceof Y.Doc)
    return [{ code: "bad_type", ...at }];
  if (!isPlainJson(value)) return [{ code: "bad_value", ...at }];
  if (schema !== null && !schema.safeParse(value).success)
    return [{ code: "bad_value", ...at }];
  return [];
}

function textViolations(text: unknown, at: At): Violation[] {
  if (!(text instanceof Y.Text) || text instanceof Y.XmlText)
    return [{ code: "bad_type", ...at }];
  if (text.length > MAX_MERGED_TEXT) return [{ code: "too_long", ...at }];
  return text._map.size > 0 || !holdsOnly(text, isWords)
    ? [{ code: "bad_type", ...at }]
    : [];
}

function isWords(content: unknown): boolean {
  return content instanceof Y.ContentString;
}

function fragmentViolations(fragment: unknown, at: At): Violation[] {
  const isFragment =
    fragment instanceof Y.XmlFragment && !(fragment instanceof Y.XmlElement);
  if (!isFragment || fragment._map.size > 0)
    return [{ code: "bad_type", ...at }];
  let length = 0;
  const visit = (node: Y.XmlFragment, depth: number): ViolationCode | null => {
    if (depth > MAX_DEPTH) return "too_deep";
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) length += child.length;
      else if (!(child instanceof Y.XmlElement)) return "bad_type";
      if (!hasPlainAttributes(child)) return "bad_value";
      const inside =
        child instanceof Y.XmlElement ? visit(child, depth + 1) : null;
      if (inside !== null) return inside;
    }
    return null;
  };
  const code =
    visit(fragment, 1) ?? (length > MAX_MERGED_TEXT ? "too_long" : null);
  return code === null ? [] : [{ code, ...at }];
}

function hasPlainAttributes(node: Y.XmlElement | Y.XmlText): boolean {
  for (const [key, item] of node._map) {
    const value: unknown = item.deleted
      ? null
      : item.content.getContent().at(-1);
    if (!isSafeKey(key) || (value !== undefined && !isPlainJson(value)))
      return false;
  }
  return true;
}

function listViolations(list: unknown, at: At): Violation[] {
  if (!(list instanceof Y.Map) || list._start !== null)
    return [{ code: "bad_type", ...at }];
  const violations: Violation[] = [];
  for (const [id, item] of list.entries()) {
    if (!isId(id)) violations.push({ code: "bad_key", ...at });
    else if (!(item instanceof Y.Map))
      violations.push({ code: "bad_type", ...at });
    else
      violations.push(
        ...violationsIn(item, CHECKLIST_ITEM, { ...at, fields: null }),
      );
  }
  return violations;
}

function holdsOnly(
  type: Y.Text,
  isAllowed: (content: unknown) => boolean,
): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted && !isAllowed(item.content)) return false;
  }
  return true;
}
