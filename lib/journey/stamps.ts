import * as Y from "yjs";
import { ENTITY_ROOTS, entityOf, findRoot, isEntityRoot } from "./document";
import type { EntityRoot, YEntity } from "./document";
import type { Checked } from "./changed-entities";
import { isId } from "./ids";
import { deletionOf, entitiesIn } from "./lists";
import { cardFields } from "./schema";
import { parseValue } from "./values";

/** A register that says who did something: deleted an entity, or decided about a card. */
interface Stamped {
  readonly key: "del" | "decision";
  readonly by: string;
  /** Equal for the same thing done once, wherever it stands. */
  readonly print: string;
  /** What the register would hold had somebody else done it. */
  readonly as: (by: string) => unknown;
}

/** More are not remembered; what stands in the document is gathered again then. */
const MOST_KNOWN = 20_000;

/**
 * Who did what, as a document tells it, for a server that knows who sent which change. A stamp that names somebody else
 * is true where it stood in the document before: copying, undoing and reviving carry it on. Every other one is forged.
 *
 * @see J106
 */
export class KnownStamps {
  private readonly prints = new Set<string>();

  /** Takes everything that stands in a document for true. */
  gather(doc: Y.Doc): void {
    for (const root of ENTITY_ROOTS)
      for (const [, entity] of entitiesIn(findRoot(doc, root)))
        for (const { print } of stampsIn(root, entity)) this.prints.add(print);
  }

  /** Takes what a change left for true. */
  learn(doc: Y.Doc, touched: readonly Checked[]): void {
    for (const { stamped } of changedStamps(doc, touched))
      this.prints.add(stamped.print);
    if (this.prints.size <= MOST_KNOWN) return;
    this.prints.clear();
    this.gather(doc);
  }

  /** Puts the name of whoever sent a change in the place of those that were forged in it. */
  correct(doc: Y.Doc, touched: readonly Checked[], sender: string): void {
    const forged = [...changedStamps(doc, touched)].filter(
      ({ stamped: { by, print } }) =>
        isId(by) && by !== sender && !this.prints.has(print),
    );
    if (forged.length === 0) return;
    doc.transact(() => {
      for (const { entity, stamped } of forged)
        entity.set(stamped.key, stamped.as(sender));
    });
  }
}

function* changedStamps(
  doc: Y.Doc,
  touched: readonly Checked[],
): Generator<{ readonly entity: YEntity; readonly stamped: Stamped }> {
  for (const { root, key, fields } of touched) {
    if (!isEntityRoot(root)) continue;
    const entity = entityOf(doc, root, key);
    if (entity === null) continue;
    for (const stamped of stampsIn(root, entity))
      if (fields === null || fields.has(stamped.key)) yield { entity, stamped };
  }
}

function* stampsIn(root: EntityRoot, entity: YEntity): Generator<Stamped> {
  const deletion = deletionOf(entity);
  if (deletion !== null) {
    const { by, at } = deletion;
    yield {
      key: "del",
      by,
      print: JSON.stringify([by, at]),
      as: (other) => ({ by: other, at }),
    };
  }
  if (root !== "cards") return;
  const decision = parseValue(entity.get("decision"), cardFields.decision);
  if (!decision?.stamp) return;
  const { status, reason, stamp } = decision;
  yield {
    key: "decision",
    by: stamp.by,
    print: JSON.stringify([stamp.by, stamp.at, status, reason]),
    as: (by) => ({ status, reason, stamp: { by, at: stamp.at } }),
  };
}
