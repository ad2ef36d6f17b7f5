import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Doc, encodeStateAsUpdate, type Doc as YDoc } from "yjs";
import type { CardId } from "@/lib/journey/ids";
import { addCard, deleteCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { testContext } from "@/lib/journey/testing/context";
import { beginningOf } from "@/server/log/beginning";
import { guardUpdate } from "@/server/sync/guard";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { setText, textOf } from "@/lib/journey/texts";
import { CLOSE } from "@/lib/protocol/close-codes";
import { pool } from "@/server/db/pool";
import { checkMap } from "@/server/doctor/check-map";
import { withDocument } from "@/server/sync/door";
import { syncCore } from "@/server/sync/sync-core";
import { startLab, storedDocument, type Lab } from "@/server/sync/testing/lab";
import { stockClient } from "@/server/sync/testing/stock-client";
import { shrinkMaps } from "./shrink-maps";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ settings: { headsMs: 100 } });
});
afterAll(async () => {
  await lab.stop();
});

const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);
const jsonOf = (doc: YDoc) => canonicalJson(resolve(doc));
const stored = (journeyId: string) => storedDocument(lab.core.log, journeyId);

/** Says the same again and again in other words, as years of use do, and in the end something that stays. */
async function churn(journeyId: string): Promise<void> {
  const { userId: id } = lab.app.people.editor;
  await withDocument(journeyId, { kind: "user", id }, null, (ctx) => {
    const { doc } = ctx;
    const card = Object.values(resolve(doc).cells).flat()[0]!;
    const text = textOf(doc, { kind: "card", id: card.id as CardId })!;
    const other = textOf(doc, { kind: "meta", field: "title" })!;
    for (let at = 0; at < 1_500; at++) {
      text.insert(0, "x");
      other.insert(0, "y");
      text.delete(0, 1);
      other.delete(0, 1);
    }
    text.insert(0, "It stays. ");
    const cardId = addCardTo(ctx);
    return deleteCard(ctx, { cardId });
  });
}

/** As after a while in which nobody had it open. */
async function putAway(journeyId: string): Promise<void> {
  for (const core of [syncCore(), lab.core]) {
    const held = await core.rooms.enter(journeyId);
    await held!.room.keeper.finish();
    held!.room.dispose();
    held!.release();
  }
}

function addCardTo(ctx: CommandContext): CardId {
  const { stages, lanes } = resolve(ctx.doc);
  const place = { columnId: stages[0]!.id, laneId: lanes[0]!.id };
  const added = addCard(ctx, { ...place, text: "In the bin" });
  if (!added.ok) throw new Error(added.reason);
  return added.cardId;
}

const titleOf = (json: string) =>
  (JSON.parse(json) as { meta: { title: string } }).meta.title;

const bytesOf = async (journeyId: string) =>
  (await lab.core.log.load(journeyId))!.snapshot!.length;

const most = 10_000;
const nothing = { renewed: 0, large: 0 };

async function grownJourney(): Promise<string> {
  const journeyId = await lab.newJourney();
  await churn(journeyId);
  await putAway(journeyId);
  return journeyId;
}

const titleBy = (journeyId: string, words: string) =>
  withDocument(
    journeyId,
    { kind: "user", id: lab.app.people.admin.userId },
    null,
    (ctx) => setText(ctx, { kind: "meta", field: "title" }, words),
  );

test("[2.9] a map that has grown by being changed is written anew: much smaller, it says the same, trash included, and people go on", async () => {
  const journeyId = await grownJourney();
  const before = await stored(journeyId);
  const bytes = await bytesOf(journeyId);
  expect(bytes).toBeGreaterThan(3 * most);
  expect(resolve(before).trash).not.toEqual([]);

  expect(await shrinkMaps(inTwoHours(), most)).toEqual({
    renewed: 1,
    large: 0,
  });
  expect(await bytesOf(journeyId)).toBeLessThan(bytes / 5);
  expect(jsonOf(await stored(journeyId))).toBe(jsonOf(before));
  expect((await checkMap(pool(), journeyId))?.findings).toEqual([]);
  expect(await shrinkMaps(inTwoHours(), most)).toEqual(nothing);

  await titleBy(journeyId, "Later");
  await putAway(journeyId);
  expect(resolve(await stored(journeyId)).meta.title).toBe("Later");
  expect((await checkMap(pool(), journeyId))?.findings).toEqual([]);
});

test("[2.9] one in which somebody wrote within the hour is left alone, and one that is large by what is on it is told of", async () => {
  const journeyId = await grownJourney();
  const head = async () =>
    (await lab.core.log.readHeads([journeyId])).get(journeyId);
  const before = await head();
  expect(await shrinkMaps(new Date(), most)).toEqual(nothing);
  expect(await head()).toEqual(before);
  // So little that every map is larger: what is left of it can not be half of that.
  await shrinkMaps(inTwoHours(), most);
  const again = await shrinkMaps(inTwoHours(), 100);
  expect(again.renewed).toBe(0);
  expect(again.large).toBeGreaterThan(0);
});

test("[2.10] [C22] tabs that hold the map of before begin anew with it: nothing is there twice, nothing of theirs is merged", async () => {
  const journeyId = await grownJourney();
  const { editor } = lab.app.people;
  const sit = (doc?: YDoc, epoch?: number) =>
    stockClient({
      address: lab.address,
      journeyId,
      headers: lab.headersOf(editor),
      hasExtension: true,
      ...(doc && { doc }),
      ...(epoch && { params: { epoch: String(epoch) } }),
    });
  const ada = sit();
  await ada.synced();
  await shrinkMaps(inTwoHours(), most);
  await vi.waitFor(() => expect(ada.closes).toContain(CLOSE.otherEpoch), 5_000);
  const expected = jsonOf(await stored(journeyId));
  expect(jsonOf(ada.doc)).toBe(expected);

  const text = textOf(ada.doc, { kind: "meta", field: "title" })!;
  text.insert(0, "Written offline ");
  for (const late of [sit(ada.doc, 1), sit(ada.doc)]) {
    await vi.waitFor(
      () => expect(late.closes).toContain(CLOSE.otherEpoch),
      5_000,
    );
    late.provider.destroy();
  }
  const fresh = sit();
  await fresh.synced();
  expect(jsonOf(fresh.doc)).toBe(expected);
  expect(jsonOf(await stored(journeyId))).toBe(expected);
  fresh.destroy();
  ada.destroy();
});

test("[2.9] [C5] where the new document is damaged the log leads to the same map, and old changes are packed as ever", async () => {
  const journeyId = await grownJourney();
  const expected = jsonOf(await stored(journeyId));
  await shrinkMaps(inTwoHours(), most);
  await titleBy(journeyId, "One");
  await putAway(journeyId);
  await titleBy(journeyId, "Two");
  await putAway(journeyId);
  const wish = { before: inTwoHours(), leastRows: 1, mostRows: 10_000 };
  expect(await lab.core.log.pack(journeyId, wish)).toMatchObject({
    outcome: "packed",
  });
  expect((await checkMap(pool(), journeyId))?.findings).toEqual([]);
  await pool().query(
    `UPDATE document_snapshot SET crc32c = crc32c + 1 WHERE journey_id = $1`,
    [journeyId],
  );
  const read = await stored(journeyId);
  expect(resolve(read).meta.title).toBe("Two");
  setText(
    testContext(read),
    { kind: "meta", field: "title" },
    titleOf(expected),
  );
  expect(jsonOf(read)).toBe(expected);
});

test("[2.12] after it a change that rests on before is refused, and the history tells who took part", async () => {
  const journeyId = await grownJourney();
  const { headSeq } = (await lab.core.log.readHeads([journeyId])).get(
    journeyId,
  )!;
  await shrinkMaps(inTwoHours(), most);
  const base = `/workspaces/${lab.app.workspace.slug}/journeys/${journeyId}`;
  const { viewer, editor } = lab.app.people;
  const write = (ifSeq: number) =>
    editor.send("PATCH", `${base}/map`, { title: "Mine", ifSeq });
  // Nobody else has changed it; but whether somebody has cannot be told any more.
  expect((await write(headSeq)).status).toBe(409);
  expect((await write(headSeq + 1)).status).toBe(200);
  await titleBy(journeyId, "Later");
  const authors = await viewer.fetch(`${base}/authors?from=1`);
  expect(authors.status).toBe(200);
  expect(JSON.stringify(await authors.json())).toContain("admin");
});

test("[WS-11] nobody can send what begins a history", () => {
  const whole = encodeStateAsUpdate(new Doc());
  expect(guardUpdate(beginningOf(whole), 32)).toBe("too_many_clients");
  expect(guardUpdate(beginningOf(whole), 8 * 1024 * 1024)).not.toBe("ok");
});
