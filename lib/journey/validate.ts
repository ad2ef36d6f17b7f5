import * as Y from "yjs";
import type { ChangedEntities, Checked } from "./changed-entities";
import { findRoot, isEntityRoot } from "./document";
import type { EntityRoot, YEntity } from "./document";
import { valueViolations, violationsIn } from "./entity-violations";
import type { Violation } from "./entity-violations";
import { isId } from "./ids";
import { MAX_CARDS } from "./limits";
import { countLiveCards } from "./lists";
import {
  LINK_KIND,
  channelMark,
  emotionValue,
  linkMark,
  ownerRole,
  personaPos,
} from "./schema";
import { SHAPES } from "./shapes";

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

function isPair(key: string): boolean {
  const parts = key.split(":");
  return parts.length === 2 && parts.every(isId);
}

function isLink(key: string): boolean {
  const [from, to, kind = "", ...rest] = key.split(":");
  return isId(from) && isId(to) && LINK_KIND.test(kind) && rest.length === 0;
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
