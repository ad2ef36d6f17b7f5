import * as Y from "yjs";
import type { CommandContext, RefusalReason } from "@/lib/journey/command";
import { ENTITY_ROOTS, entityOf } from "@/lib/journey/document";
import { liveEntity } from "@/lib/journey/lists";
import type { ProblemCode } from "@/server/errors";
import { Cells } from "./map-cells";
import type { MapChange, MapContext } from "./map-verb";

/** Why a change of a map is not made. */
export type MapReason = ProblemCode &
  (
    | "not_found"
    | "conflict"
    | "structure_locked"
    | "too_many_cards"
    | "lane_holds_no_cards"
    | "wrong_column"
    | "reason_missing"
    | "invalid"
  );

const reasons: Readonly<Record<RefusalReason, MapReason>> = {
  not_found: "not_found",
  structure_locked: "structure_locked",
  lane_holds_no_cards: "lane_holds_no_cards",
  wrong_column: "wrong_column",
  too_many_cards: "too_many_cards",
  invalid: "invalid",
  too_long: "invalid",
  reason_missing: "reason_missing",
  newer_schema: "conflict",
};

/** A change that is not made, and which of several it was. */
export interface MapRefusal {
  readonly reason: MapReason;
  readonly index: number;
}

/** Thrown where something is written already, so that nothing of it stays. */
export class RefusedHalfway extends Error {
  constructor(readonly refusal: MapRefusal) {
    super(refusal.reason);
    this.name = "RefusedHalfway";
  }
}

/** Changes in their order, the id that each may give, and the journeys that links may lead to. */
export interface Work {
  readonly changes: readonly MapChange[];
  readonly ids: readonly string[];
  readonly journeys: ReadonlySet<string>;
}

/**
 * Makes all changes or none.
 *
 * @throws RefusedHalfway where one is refused that the rehearsal took, which the room takes back.
 */
export function makeAll(ctx: CommandContext, work: Work): MapRefusal | null {
  if (work.changes.length > 1) {
    const refusal = rehearse(ctx, work);
    if (refusal) return refusal;
  }
  const { store, clientID } = ctx.doc;
  const before = Y.getState(store, clientID);
  const refusal = runAll(ctx, work);
  if (refusal && Y.getState(store, clientID) !== before)
    throw new RefusedHalfway(refusal);
  return refusal;
}

/** Does it to a copy first: to take back what is half done would mean to read the whole map anew. */
function rehearse(ctx: CommandContext, work: Work): MapRefusal | null {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ctx.doc));
  let refusal: MapRefusal | null = null;
  doc.transact(() => {
    refusal = runAll({ ...ctx, doc }, work);
  });
  doc.destroy();
  return refusal;
}

function runAll(
  ctx: CommandContext,
  { changes, ids, journeys }: Work,
): MapRefusal | null {
  const cells = new Cells();
  for (const [index, { verb, args }] of changes.entries()) {
    const newId = ids[index]!;
    const inside = { ...ctx, cells };
    const reason = runOne(inside, { verb, args, newId, journeys });
    if (!verb.keepsCells) cells.forget();
    if (reason) return { reason, index };
  }
  return null;
}

function runOne(
  ctx: MapContext,
  {
    verb,
    args,
    newId,
    journeys,
  }: MapChange & { newId: string; journeys: ReadonlySet<string> },
): MapReason | null {
  const { root, id } = verb.ref(args as never, newId);
  if (verb.isNew && entityOf(ctx.doc, root, id)) return "conflict";
  const { targets = [] } = verb.rows?.(args as never) ?? {};
  const isLost = (target: string) =>
    !journeys.has(target) &&
    !ENTITY_ROOTS.some((name) => liveEntity(ctx.doc, name, target));
  if (targets.some(isLost)) return "not_found";
  // What a command makes first is what it was asked for; a copy has parts besides.
  let isFirst = true;
  const nextId = () => {
    if (!isFirst) return ctx.newId();
    isFirst = false;
    return newId;
  };
  const result = verb.run({ ...ctx, newId: nextId }, args as never, newId);
  return result.ok ? null : reasons[result.reason];
}
