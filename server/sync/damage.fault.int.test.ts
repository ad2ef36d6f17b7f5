import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { packBlob } from "@/server/log/blob";
import { step1Frame } from "./frames";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";

let lab: Lab;
let guests: Guests;
beforeAll(async () => {
  lab = await startLab({ settings: { idleMs: 50 } });
  guests = new Guests(lab);
});
afterEach(() => {
  vi.restoreAllMocks();
  guests.leave();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));
const isClosed = (journeyId: string) =>
  vi.waitFor(() => expect(lab.core.rooms.find(journeyId)).toBeNull(), 5_000);

/** Types, leaves, and waits until the room is put away: a snapshot holds all of it then. */
async function writeAndLeave(journeyId: string, text: string): Promise<string> {
  const ada = await guests.stock("admin", journeyId);
  textOf(ada.doc, title)?.insert(0, text);
  await ada.acknowledged();
  const json = jsonOf(ada.doc);
  ada.destroy();
  await isClosed(journeyId);
  await vi.waitFor(async () =>
    expect((await lab.core.log.load(journeyId))?.tail).toEqual([]),
  );
  return json;
}

/** Every byte of a journey that rests in the log. */
async function resting(journeyId: string): Promise<string> {
  const { rows } = await lab.pool.query<{ all: string }>(
    `SELECT json_build_array(
       (SELECT json_agg(u ORDER BY u.seq) FROM document_update u WHERE journey_id = $1),
       (SELECT json_agg(s ORDER BY s.seq) FROM document_snapshot s WHERE journey_id = $1),
       (SELECT json_agg(h) FROM document_head h WHERE journey_id = $1))::text AS all`,
    [journeyId],
  );
  return rows[0]?.all ?? "";
}

const newestSnapshot = `seq = (SELECT max(seq) FROM document_snapshot WHERE journey_id = $1)`;
const flipped = `data = set_bit(data, 99, 1 - get_bit(data, 99))`;

/** Puts other bytes in the place of the newest snapshot, with a checksum that is right. */
async function plant(journeyId: string, bytes: Uint8Array): Promise<void> {
  const { crc32c, codec, data } = await packBlob(bytes);
  await lab.pool.query(
    `UPDATE document_snapshot SET crc32c = $2, codec = $3, data = $4
     WHERE journey_id = $1 AND ${newestSnapshot}`,
    [journeyId, crc32c, codec, data],
  );
}

/** Somebody comes to a map that cannot be opened, again and again, and gets nothing; elsewhere all is well. */
async function expectShut(journeyId: string): Promise<void> {
  const elsewhere = await lab.newJourney();
  const before = await resting(journeyId);
  for (let round = 0; round < 2; round++) {
    const socket = guests.rawAs("editor", journeyId);
    expect((await socket.closed).code).toBe(1013);
    expect(socket.frames).toEqual([]);
    expect(lab.core.rooms.find(journeyId)).toBeNull();
  }
  const other = await guests.stock("admin", elsewhere);
  textOf(other.doc, title)?.insert(0, "Fine: ");
  await other.acknowledged();
  expect(await resting(journeyId)).toBe(before);
}

test("[C5] a map whose newest snapshot has a wrong checksum opens from the one before and what followed", async () => {
  const journeyId = await lab.newJourney();
  await writeAndLeave(journeyId, "1 ");
  const json = await writeAndLeave(journeyId, "2 ");
  await lab.pool.query(
    `UPDATE document_snapshot SET ${flipped} WHERE journey_id = $1 AND ${newestSnapshot}`,
    [journeyId],
  );
  const before = await resting(journeyId);
  const bob = await guests.stock("owner", journeyId);
  expect(jsonOf(bob.doc)).toBe(json);
  expect(await resting(journeyId)).toBe(before);
});

test.each([
  ["no update at all", new Uint8Array([1, 200, 3, 4])],
  // One struct of client 7 at clock 5, of which nothing before is known: decodes, and leaves a gap.
  ["an update with a gap", new Uint8Array([1, 1, 7, 5, 0, 1, 0])],
])(
  "[C5] a map whose newest snapshot is %s under a right checksum is shut once, then opens from the one before and what followed",
  async (_, bytes) => {
    const journeyId = await lab.newJourney();
    await writeAndLeave(journeyId, "1 ");
    const json = await writeAndLeave(journeyId, "2 ");
    await plant(journeyId, bytes);
    const before = await resting(journeyId);
    const first = guests.rawAs("editor", journeyId);
    await first.opened;
    first.send(step1Frame(new Uint8Array([0])));
    expect((await first.closed).code).toBe(1013);
    const bob = await guests.stock("owner", journeyId);
    expect(jsonOf(bob.doc)).toBe(json);
    expect(await resting(journeyId)).toBe(before);
  },
);

test("[C5] a map with a damaged update that no snapshot holds does not open; nothing of it stays, and others do", async () => {
  const journeyId = await lab.newJourney();
  await writeAndLeave(journeyId, "1 ");
  await lab.pool.query(`DELETE FROM document_snapshot WHERE journey_id = $1`, [
    journeyId,
  ]);
  await lab.pool.query(
    `UPDATE document_update SET ${flipped} WHERE journey_id = $1 AND seq = 1`,
    [journeyId],
  );
  await expectShut(journeyId);
});

test("[C5] a map whose reading fails does not open, and does when it no longer fails", async () => {
  const journeyId = await lab.newJourney();
  const { load } = lab.core.log;
  vi.spyOn(lab.core.log, "load").mockImplementation((id) =>
    id === journeyId
      ? Promise.reject(new Error("canceling statement due to timeout"))
      : load.call(lab.core.log, id),
  );
  await expectShut(journeyId);
  vi.restoreAllMocks();
  const bob = await guests.stock("owner", journeyId);
  expect(resolve(bob.doc).meta.title).toBe("Buying running shoes");
});

test("[C6] an edit while a snapshot is being written survives a kill, and the snapshot never counts it", async () => {
  const journeyId = await lab.newJourney();
  const ada = await guests.stock("admin", journeyId);
  textOf(ada.doc, title)?.insert(0, "before ");
  await ada.acknowledged();
  const room = lab.core.rooms.find(journeyId)!;
  const seq = room.durableSeq;
  const blocker = await lab.pool.connect();
  await blocker.query("BEGIN");
  // Encoded already, the snapshot waits for this to be inserted; updates do not.
  await blocker.query("LOCK TABLE document_snapshot IN SHARE MODE");
  const saving = vi.spyOn(lab.core.log, "saveSnapshot");
  const finished = room.keeper.finish();
  await vi.waitFor(() => expect(saving).toHaveBeenCalled());
  textOf(ada.doc, title)?.insert(0, "meanwhile ");
  await ada.acknowledged();
  expect(room.durableSeq).toBe(seq + 1);
  await blocker.query("COMMIT");
  blocker.release();
  await finished;
  // As a kill leaves it: nothing of the room is asked.
  const { rows } = await lab.pool.query<{ seq: string }>(
    `SELECT snapshot_seq AS seq FROM document_state WHERE journey_id = $1`,
    [journeyId],
  );
  expect(rows).toEqual([{ seq: String(seq) }]);
  const read = (await lab.core.log.load(journeyId))!;
  expect([read.snapshotSeq, read.tail.map((row) => row.seq)]).toEqual([
    seq,
    [seq + 1],
  ]);
  expect(resolve(await lab.stored(journeyId)).meta.title).toBe(
    "meanwhile before Buying running shoes",
  );
});
