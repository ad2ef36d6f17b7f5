import * as Y from "yjs";
import type { Checked } from "./changed-entities";
import { findRoot, isEntityRoot } from "./document";
import type { YEntity } from "./document";
import type { Violation } from "./entity-violations";
import { MAX_STRING } from "./limits";
import { CHECKLIST_ITEM, SHAPES } from "./shapes";
import type { Shape } from "./shapes";

/**
 * Texts that somebody let grow beyond what one person may write into one. Two who write at the same time may cross that
 * together: neither brought more than it, and it was not reached before. What is a copy of such a text may be as long.
 * To be called while the transaction is at hand, and only for what its author wrote: whoever brings the work of others,
 * or brings back an earlier state, did not make it grow.
 *
 * @see J78
 */
export function overgrownTexts(
  transaction: Y.Transaction,
  touched: readonly Checked[],
  longest: LongestTexts = new WeakMap(),
): Violation[] {
  return touched.flatMap(({ root, key, fields }): Violation[] => {
    const held = findRoot(transaction.doc, root);
    const shape = root === "meta" || isEntityRoot(root) ? SHAPES[root] : null;
    const entity: unknown = root === "meta" ? held : held?.get(key);
    if (!held || !shape || !(entity instanceof Y.Map)) return [];
    const isOver = [...textsIn(entity, shape, fields)].some(
      ({ field, text }) =>
        isGrowth(transaction, text, longest) &&
        !(root !== "meta" && isCopy(held, key, { field, text })),
    );
    return isOver ? [{ code: "too_long", root, key }] : [];
  });
}

/** How long texts were that were longer than one person may write: deleting from one and undoing that is no growth. */
export type LongestTexts = WeakMap<Y.Text, number>;

interface FoundText {
  readonly field: string;
  readonly text: Y.Text;
}

function* textsIn(
  entity: YEntity,
  { texts, lists = [] }: Shape,
  fields: ReadonlySet<string> | null,
): Generator<FoundText> {
  const isAsked = (field: string) => fields === null || fields.has(field);
  for (const field of texts.filter(isAsked)) {
    const text: unknown = entity.get(field);
    if (text instanceof Y.Text) yield { field, text };
  }
  for (const field of lists.filter(isAsked)) {
    const list: unknown = entity.get(field);
    if (!(list instanceof Y.Map)) continue;
    for (const item of list.values())
      if (item instanceof Y.Map) yield* textsIn(item, CHECKLIST_ITEM, null);
  }
}

function isGrowth(
  { beforeState, deleteSet }: Y.Transaction,
  text: Y.Text,
  longest: LongestTexts,
): boolean {
  let gone = 0;
  for (const ranges of deleteSet.clients.values())
    for (const { len } of ranges) gone += len;
  // Neither now nor before.
  if (text.length + gone <= MAX_STRING) return false;
  let inserted = 0;
  let deleted = 0;
  for (let item = text._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    const end = clock + item.length;
    const known = beforeState.get(client) ?? 0;
    if (!item.deleted) inserted += Math.max(0, end - Math.max(clock, known));
    // What follows on something deleted and was deleted as well is one item with it.
    else
      for (const { clock: from, len } of deleteSet.clients.get(client) ?? [])
        deleted += Math.max(
          0,
          Math.min(from + len, end, known) - Math.max(from, clock),
        );
  }
  const before = text.length - inserted + deleted;
  const most = Math.max(before, longest.get(text) ?? 0);
  if (most > MAX_STRING) longest.set(text, most);
  if (text.length <= MAX_STRING || text.length <= most) return false;
  return before >= MAX_STRING || inserted > MAX_STRING;
}

function isCopy(held: YEntity, key: string, { field, text }: FoundText) {
  const words = text.toString();
  for (const [otherKey, other] of held.entries()) {
    if (otherKey === key || !(other instanceof Y.Map)) continue;
    const its: unknown = other.get(field);
    if (!(its instanceof Y.Text) || its.length !== text.length) continue;
    if (its.toString() === words) return true;
  }
  return false;
}
