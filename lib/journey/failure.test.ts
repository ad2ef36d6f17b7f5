import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createDocument } from "./create";
import { difference } from "./difference";
import { applyDifference } from "./difference-apply";
import { addRecovery, setBreakOff } from "./failure";
import { breakOffOf, failureBehind, recoveriesOf } from "./failure-kinds";
import type { TouchpointId } from "./ids";
import { setMeta } from "./meta";
import { projectRows } from "./projection";
import { publicView } from "./public-view";
import { resolve } from "./resolve";
import { seedOf } from "./seed-of";
import { addStage, deleteStage, reviveStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { meet, peerOf } from "./testing/full-map";
import {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  reviveTouchpoint,
} from "./touchpoints";

const timing = { offset: "PT3H", after: "the cart is left" };

/** Two stages, the first with a cart, a till and a thank-you. */
function shop() {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const later = must(addStage(ctx, { title: "Later" })).stageId;
  const [cart, pay, thanks] = ["Cart", "Pay", "Thanks"].map(
    (title) => must(addTouchpoint(ctx, { stageId, title })).touchpointId,
  ) as [TouchpointId, TouchpointId, TouchpointId];
  ctx.undo.clear();
  return { ctx, stageId, later, cart, pay, thanks };
}

const at = ({ doc }: TestContext) => {
  const { kind, touchpoint } = breakOffOf(resolve(doc));
  return touchpoint?.id ?? kind;
};
const mark = (ctx: TestContext, touchpointId: TouchpointId | null) =>
  must(setBreakOff(ctx, { touchpointId }));

describe("where a journey breaks off", () => {
  test("[J103] [R80] [N07] is one touchpoint, and saying so calls the journey unsuccessful, in one step to take back", () => {
    const { ctx, pay } = shop();
    mark(ctx, pay);
    expect(at(ctx)).toBe(pay);
    expect(resolve(ctx.doc).meta.outcome).toBe("unsuccessful");
    ctx.undo.undo();
    expect(at(ctx)).toBe("none");
    expect(resolve(ctx.doc).meta.outcome).toBe("open");
    ctx.undo.redo();
    expect(at(ctx)).toBe(pay);
    mark(ctx, null);
    expect(at(ctx)).toBe("none");
  });

  test("[J103] that a colleague marked elsewhere stays when the first mark is taken back", () => {
    const { ctx, cart, pay } = shop();
    must(setMeta(ctx, { outcome: "successful" }));
    ctx.undo.clear();
    const colleague = peerOf(ctx);
    mark(ctx, cart);
    meet(ctx, colleague);
    mark(colleague, pay);
    meet(ctx, colleague);
    ctx.undo.undo();
    expect(at(ctx)).toBe(pay);
    expect(resolve(ctx.doc).meta.outcome).toBe("unsuccessful");
  });

  test("[J103] moves along with its touchpoint, goes with it when it is deleted and returns with it", () => {
    const { ctx, pay, later } = shop();
    mark(ctx, pay);
    const to = { stageId: later, before: null };
    must(moveTouchpoint(ctx, { touchpointId: pay, ...to }));
    expect(at(ctx)).toBe(pay);
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    expect(at(ctx)).toBe("gone");
    must(reviveTouchpoint(ctx, { touchpointId: pay }));
    expect(at(ctx)).toBe(pay);
    must(deleteStage(ctx, { stageId: later }));
    expect(at(ctx)).toBe("gone");
    must(reviveStage(ctx, { stageId: later }));
    expect(at(ctx)).toBe(pay);
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    ctx.undo.undo();
    expect(at(ctx)).toBe(pay);
  });

  test("[J103] does not count while the journey is called successful", () => {
    const { ctx, pay } = shop();
    mark(ctx, pay);
    must(setMeta(ctx, { outcome: "successful" }));
    expect(at(ctx)).toBe("none");
    ctx.undo.undo();
    expect(at(ctx)).toBe(pay);
  });

  test("[J103] [J14] of two people who say it at once one is right, everywhere the same, and an undo takes back no other's word", () => {
    const { ctx, cart, pay, thanks } = shop();
    const peer = peerOf(ctx);
    mark(ctx, cart);
    mark(peer, pay);
    const { meta } = meet(ctx, peer);
    expect([cart, pay]).toContain(meta.breaksOffAt);
    mark(peer, thanks);
    meet(ctx, peer);
    ctx.undo.undo();
    expect(at(ctx)).toBe(thanks);
  });

  test("[J103] one says it while another deletes the touchpoint: it is gone, and back when that is revived", () => {
    const { ctx, pay } = shop();
    const peer = peerOf(ctx);
    mark(ctx, pay);
    must(deleteTouchpoint(peer, { touchpointId: pay }));
    meet(ctx, peer);
    expect(at(ctx)).toBe("gone");
    must(reviveTouchpoint(ctx, { touchpointId: pay }));
    expect(at(ctx)).toBe(pay);
  });

  test("[J103] cannot be a touchpoint that is nowhere, and is refused without a word written", () => {
    const { ctx, pay } = shop();
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    const before = Y.encodeStateAsUpdate(ctx.doc);
    expect(setBreakOff(ctx, { touchpointId: pay })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(
      setBreakOff(ctx, { touchpointId: "pay" as TouchpointId }),
    ).toMatchObject({ reason: "invalid" });
    expect(Y.encodeStateAsUpdate(ctx.doc)).toEqual(before);
  });

  test("[J44] a document from before, or with nonsense in its place, has none", () => {
    const { ctx } = shop();
    expect(resolve(ctx.doc).meta.breaksOffAt).toBeNull();
    ctx.doc.getMap("meta").set("breaksOffAt", 7);
    const map = resolve(ctx.doc);
    expect(map.meta.breaksOffAt).toBeNull();
    expect(map.issues).toContainEqual({
      code: "bad_value",
      entity: null,
      key: "breaksOffAt",
    });
  });

  test("[J72] [J65] leaves through a link and for the rows only while it counts", () => {
    const { ctx, pay } = shop();
    mark(ctx, pay);
    const scope = { workspaceId: "w", journeyId: "j" };
    const told = () => {
      const map = resolve(ctx.doc);
      return {
        shown: publicView(map, { showOwners: false }).map.meta.breaksOffAt,
        rows: projectRows(map, scope)
          .TouchpointRow.filter(({ breaksOff }) => breaksOff)
          .map(({ id }) => id),
      };
    };
    expect(told()).toEqual({ shown: pay, rows: [pay] });
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    expect(told()).toEqual({ shown: null, rows: [] });
  });

  test("[J91] restoring brings it back with its touchpoint", () => {
    const { ctx, pay } = shop();
    const early = resolve(ctx.doc);
    mark(ctx, pay);
    must(addRecovery(ctx, { touchpointId: pay, timing }));
    const marked = resolve(ctx.doc);
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    for (const wanted of [marked, early, marked]) {
      must(applyDifference(ctx, difference(resolve(ctx.doc), wanted)));
      const now = resolve(ctx.doc);
      expect(now.meta).toEqual(wanted.meta);
      expect(now.links).toEqual(wanted.links);
      expect(difference(now, wanted)).toEqual([]);
    }
  });
});

describe("what follows up on a failure", () => {
  test("[J104] [R85] [R42] is a touchpoint behind the one that fails, so long after it, made in one step", () => {
    const { ctx, pay, cart, thanks } = shop();
    const args = { touchpointId: pay, title: "Mail", timing };
    const first = must(addRecovery(ctx, args)).touchpointId;
    const second = must(addRecovery(ctx, args)).touchpointId;
    const map = resolve(ctx.doc);
    const ids = map.stages[0]!.touchpoints.map(({ id }) => id);
    expect(ids).toEqual([cart, pay, first, second, thanks]);
    expect(map.stages[0]!.touchpoints[2]).toMatchObject({
      title: "Mail",
      initiator: "organisation",
      timing,
    });
    expect(recoveriesOf(map.links, pay).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(failureBehind(map.links, first)).toBe(pay);
    expect(failureBehind(map.links, pay)).toBeNull();
    ctx.undo.undo();
    ctx.undo.undo();
    const left = resolve(ctx.doc);
    expect(left.links).toEqual([]);
    expect(left.stages[0]!.touchpoints.map(({ id }) => id)).toEqual([
      cart,
      pay,
      thanks,
    ]);
  });

  test("[J104] [J10] is refused where nothing fails, without a time, and while the structure is locked", () => {
    const { ctx, pay } = shop();
    const reasonOf = (args: object) => {
      const all = { touchpointId: pay, timing, ...args };
      const result = addRecovery(ctx, all);
      return result.ok ? null : result.reason;
    };
    const nowhere = ctx.newId() as TouchpointId;
    expect(reasonOf({ touchpointId: nowhere })).toBe("not_found");
    expect(reasonOf({ timing: { offset: "soon", after: "" } })).toBe("invalid");
    expect(reasonOf({ title: "x".repeat(20_001) })).toBe("too_long");
    expect(reasonOf({ id: pay })).toBe("invalid");
    must(setMeta(ctx, { structureLocked: true }));
    expect(reasonOf({})).toBe("structure_locked");
  });

  test("[J61] [J104] a copy of the map has both, a copy of a part of it neither end alone", () => {
    const { ctx, pay } = shop();
    mark(ctx, pay);
    must(addRecovery(ctx, { touchpointId: pay, title: "Mail", timing }));
    const copy = resolve(
      createDocument(testContext(undefined, 5), seedOf(resolve(ctx.doc))),
    );
    expect(breakOffOf(copy).touchpoint?.title).toBe("Pay");
    const [, paid, mail] = copy.stages[0]!.touchpoints;
    expect(failureBehind(copy.links, mail!.id)).toBe(paid!.id);
    must(deleteTouchpoint(ctx, { touchpointId: pay }));
    const rest = seedOf(resolve(ctx.doc));
    expect(rest.breaksOffAt).toBeNull();
    expect(JSON.stringify(rest)).not.toContain("recovers");
  });
});
