import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { setText } from "@/lib/journey/texts";
import { testContext } from "@/lib/journey/testing/context";
import { CLOSE } from "@/lib/protocol/close-codes";
import { packBlob } from "@/server/log/blob";
import { startLab, type Lab } from "./testing/lab";
import { stockClient, type StockClient } from "./testing/stock-client";
import { copyOf, updateBy } from "./testing/updates";

let lab: Lab;
const clients: StockClient[] = [];
beforeAll(async () => {
  // What is due falls due while the test looks on.
  lab = await startLab({ settings: { projectionMs: 20, snapshotMs: 20 } });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const rename = (doc: Y.Doc, to: string) =>
  updateBy(doc, () => setText(testContext(doc), title, to));

function connect(journeyId: string): StockClient {
  const headers = lab.headersOf(lab.app.people.editor);
  const client = stockClient({
    address: lab.address,
    journeyId,
    headers,
    hasExtension: true,
  });
  clients.push(client);
  return client;
}

/** A journey whose only snapshot is sound as bytes, but lacks a change that a later one builds on. */
async function damagedJourney(projSeq: number): Promise<string> {
  const journeyId = await lab.newJourney();
  const doc = await lab.stored(journeyId);
  const copy = copyOf(doc);
  rename(copy, "Lost");
  const data = Y.mergeUpdates([
    Y.encodeStateAsUpdate(doc),
    rename(copy, "Kept"),
  ]);
  const blob = await packBlob(data);
  await lab.pool.query(
    `INSERT INTO document_snapshot (journey_id, seq, epoch, schema_version, sv, crc32c, codec, data)
     VALUES ($1, 1, 1, 1, '\\x00', $2, $3, $4)`,
    [journeyId, blob.crc32c, blob.codec, blob.data],
  );
  await lab.pool.query(
    `UPDATE document_state SET snapshot_seq = 1, proj_seq = $2 WHERE journey_id = $1`,
    [journeyId, projSeq],
  );
  return journeyId;
}

const rowsOf = async (journeyId: string) =>
  (
    await lab.pool.query(
      `SELECT 'update' AS kind, seq, crc32c, data FROM document_update WHERE journey_id = $1
       UNION ALL SELECT 'snapshot', seq, crc32c, data FROM document_snapshot WHERE journey_id = $1`,
      [journeyId],
    )
  ).rows;

async function expectOthersWork(): Promise<void> {
  const sound = connect(await lab.newJourney());
  await sound.synced();
  rename(sound.doc, "Still open");
  await sound.acknowledged();
}

test("[C5] who writes in a map that turns out damaged is turned away, but not as the one to blame", async () => {
  const journeyId = await damagedJourney(1);
  const before = await rowsOf(journeyId);
  const ada = connect(journeyId);
  await ada.synced();
  // Before the server has asked what she has, so that her words are what makes it put the document together.
  rename(ada.doc, "Mine");
  await vi.waitFor(() => expect(ada.closes).not.toEqual([]), 5_000);
  expect(ada.closes[0]).toBe(CLOSE.overloaded);
  expect(lab.refused).toEqual([]);
  expect(await rowsOf(journeyId)).toEqual(before);
  await expectOthersWork();
});

test("[C5] rows that fall due in a damaged map end its room, not the server", async () => {
  const journeyId = await damagedJourney(0);
  const held = await lab.core.rooms.enter(journeyId);
  await vi.waitFor(() => expect(held?.room.isGone).toBe(true));
  expect(lab.core.rooms.find(journeyId)).toBeNull();
  await expectOthersWork();
});

test("[C5] a damaged map that is put away while rows are due leaves nothing behind", async () => {
  const journeyId = await damagedJourney(0);
  const held = await lab.core.rooms.enter(journeyId);
  await held?.room.keeper.finish();
  expect(held?.room.isGone).toBe(true);
  held?.release();
  await expectOthersWork();
});
