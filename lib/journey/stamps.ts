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
  /** The entity that it stands in. */
  readonly place: string;
  /** What the register would hold had somebody else done it. */
  readonly as: (by: string) => unknown;
}

/** More are only remembered where most of them stand; what stands is gathered again then. */
const MOST_KNOWN = 20_000;

/**
 * Who did what, as a document tells it, for a server that knows who sent which change. A stamp that names somebody else
 * is true where it stood on the same thing before: undoing and reviving carry it on. On a card that the sender made, a
 * decision that stood on any other is true as well: it is a copy. Every other one is forged.
 *
 * @see J106
 */
export class KnownStamps {
  /** Of each print, where it stood. */
  private readonly places = new Map<string, Set<string>>();
  private known = 0;
  /** Of these, how many stood in the document when it was last looked through. */
  private standing = 0;

  get size(): number {
    return this.known;
  }

  /** Takes everything that stands in a document for true. */
  gather(doc: Y.Doc): void {
    this.standing = 0;
    for (const stamped of standingIn(doc)) {
      this.add(stamped);
      this.standing++;
    }
  }

  /** Forgets what stands in a document: whoever opens it again gathers that anyway. */
  forgetStanding(doc: Y.Doc): void {
    for (const { print, place } of standingIn(doc)) {
      const stood = this.places.get(print);
      if (!stood?.delete(place)) continue;
      if (stood.size === 0) this.places.delete(print);
      this.known--;
    }
  }

  /** Takes what a change left for true. */
  learn(doc: Y.Doc, touched: readonly Checked[]): void {
    for (const { stamped } of changedStamps(doc, touched)) this.add(stamped);
    // To look through a large document takes long: not again before as much has come as there was.
    if (this.known <= Math.max(MOST_KNOWN, 2 * this.standing)) return;
    this.places.clear();
    this.known = 0;
    this.gather(doc);
  }

  /**
   * Puts the name of whoever sent a change in the place of those that were forged in it.
   *
   * @param isOwn - whether the sender made an entity.
   */
  correct(
    doc: Y.Doc,
    touched: readonly Checked[],
    sender: { readonly id: string; readonly isOwn: (e: YEntity) => boolean },
  ): void {
    const forged = [...changedStamps(doc, touched)].filter(
      ({ entity, stamped }) => {
        if (!isId(stamped.by) || stamped.by === sender.id) return false;
        const stood = this.places.get(stamped.print);
        if (!stood) return true;
        const isCopy = stamped.key === "decision" && sender.isOwn(entity);
        return !isCopy && !stood.has(stamped.place);
      },
    );
    if (forged.length === 0) return;
    doc.transact(() => {
      for (const { entity, stamped } of forged)
        entity.set(stamped.key, stamped.as(sender.id));
    });
  }

  private add({ print, place }: Stamped): void {
    const stood = this.places.get(print);
    if (stood?.has(place)) return;
    if (stood) stood.add(place);
    else this.places.set(print, new Set([place]));
    this.known++;
  }
}

function* standingIn(doc: Y.Doc): Generator<Stamped> {
  for (const root of ENTITY_ROOTS)
    for (const [id, entity] of entitiesIn(findRoot(doc, root)))
      yield* stampsIn(root, id, entity);
}

function* changedStamps(
  doc: Y.Doc,
  touched: readonly Checked[],
): Generator<{ readonly entity: YEntity; readonly stamped: Stamped }> {
  for (const { root, key, fields } of touched) {
    if (!isEntityRoot(root)) continue;
    const entity = entityOf(doc, root, key);
    if (entity === null) continue;
    for (const stamped of stampsIn(root, key, entity))
      if (fields === null || fields.has(stamped.key)) yield { entity, stamped };
  }
}

function* stampsIn(
  root: EntityRoot,
  id: string,
  entity: YEntity,
): Generator<Stamped> {
  const place = `${root}/${id}`;
  const deletion = deletionOf(entity);
  if (deletion !== null) {
    const { by, at } = deletion;
    yield {
      key: "del",
      by,
      place,
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
    place,
    print: JSON.stringify([stamp.by, stamp.at, status, reason]),
    as: (by) => ({ status, reason, stamp: { by, at: stamp.at } }),
  };
}
