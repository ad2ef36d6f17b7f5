import * as Y from "yjs";
import type { RootName, YEntity } from "./document";
import { isId } from "./ids";
import { readAs } from "./kind";
import type { Kind } from "./kind";
import { MAX_DEPTH, MAX_MERGED_TEXT } from "./limits";
import { isPlainJson, isSafeKey } from "./plain";
import { CHECKLIST_ITEM, isNested } from "./shapes";
import type { Shape } from "./shapes";

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

export interface At {
  readonly root: RootName;
  readonly key: string | null;
}

/** Where to look, and which keys there; null: all. */
interface Within extends At {
  readonly fields: ReadonlySet<string> | null;
}

/** What the schema does not allow in an entity, its texts and lists included. */
export function violationsIn(
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
  for (const key of fields ?? entity.keys()) {
    if (isNested(shape, key) || !entity.has(key)) continue;
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

/** What is wrong with a value; the kind is null where any plain JSON may stand. */
export function valueViolations(
  value: unknown,
  kind: Kind | null,
  at: At,
): Violation[] {
  if (value instanceof Y.AbstractType || value instanceof Y.Doc)
    return [{ code: "bad_type", ...at }];
  if (!isPlainJson(value)) return [{ code: "bad_value", ...at }];
  if (kind !== null && readAs(kind, value) === undefined)
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
