import * as Y from "yjs";
import type { RootName } from "./document";
import { isEntityRoot, isRootName } from "./document";
import type { Violation } from "./entity-violations";
import { deletionOf } from "./lists";
import { CHECKLIST_ITEM, SHAPES, isNested } from "./shapes";
import type { Touched } from "./tables";
import { changedTypes } from "./touched";
import type { ChangedType } from "./touched";

/** An entity to check, and which of its keys; null: all, because it is new. */
export interface Checked extends Touched {
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
  const violations: Violation[] = [];
  for (const root of transaction.doc.share.keys())
    if (!isRootName(root))
      violations.push({ code: "unknown_root", root, key: null });
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
