import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addLane } from "@/lib/journey/lanes";
import { resolve } from "@/lib/journey/resolve";
import { testContext } from "@/lib/journey/testing/context";
import { CLOSE } from "@/lib/protocol/close-codes";
import { startLab, type Lab } from "@/server/sync/testing/lab";
import {
  stockClient,
  type StockClient,
} from "@/server/sync/testing/stock-client";
import { beginHistories } from "./begin-histories";

let lab: Lab;
const clients: StockClient[] = [];
beforeAll(async () => {
  // Who begins a new history is not given anything back, whether that is allowed or not.
  const takesBackUntil = Date.now() + 600_000;
  lab = await startLab({ settings: { idleMs: 1, takesBackUntil } });
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await lab.stop();
});

function open(
  who: "editor" | "admin",
  journeyId: string,
  more: { doc?: Y.Doc; epoch?: string } = {},
): StockClient {
  const { doc, epoch } = more;
  const client = stockClient({
    address: lab.address,
    journeyId,
    headers: lab.headersOf(lab.app.people[who]),
    hasExtension: true,
    ...(doc && { doc }),
    ...(epoch && { params: { epoch } }),
  });
  clients.push(client);
  return client;
}

const addLaneBy = (doc: Y.Doc, title: string) =>
  addLane(
    { ...testContext(doc), newId: randomUUID },
    { kind: "text", title, span: "stage" },
  );
const lanesOf = (doc: Y.Doc) =>
  resolve(doc)
    .lanes.map(({ title }) => title)
    .sort();

/** What the log holds now is what a backup of now holds. */
async function restoreTo(journeyId: string, seq: number): Promise<void> {
  // Waits until the room has written what it was writing, and ends it.
  const held = await lab.core.rooms.enter(journeyId);
  held?.room.dispose();
  held?.release();
  for (const table of ["document_update", "document_snapshot"])
    await lab.pool.query(
      `DELETE FROM ${table} WHERE journey_id = $1 AND seq > $2`,
      [journeyId, seq],
    );
  await lab.pool.query(
    `UPDATE document_state SET snapshot_seq = least(snapshot_seq, $2), proj_seq = least(proj_seq, $2)
     WHERE journey_id = $1`,
    [journeyId, seq],
  );
  await lab.pool.query(
    `UPDATE document_head SET head_seq = $2 WHERE journey_id = $1`,
    [journeyId, seq],
  );
}

/** A map whose backup was made before two people wrote in it; both still hold what they knew. */
async function restored(): Promise<{
  journeyId: string;
  ada: Y.Doc;
  grace: Y.Doc;
}> {
  const journeyId = await lab.newJourney();
  const backup = await lab.logRows(journeyId);
  const [ada, grace] = [open("editor", journeyId), open("admin", journeyId)];
  for (const one of [ada, grace]) await one.synced();
  addLaneBy(ada.doc, "By Ada, after the backup");
  addLaneBy(grace.doc, "By Grace, after the backup");
  for (const one of [ada, grace]) await one.acknowledged();
  await vi.waitFor(() => expect(lanesOf(ada.doc)).toEqual(lanesOf(grace.doc)));
  for (const one of [ada, grace]) one.provider.disconnect();
  await restoreTo(journeyId, backup);
  return { journeyId, ada: ada.doc, grace: grace.doc };
}

test("[C22] after a restore old tabs are told to begin anew, and nothing of theirs is put in twice", async () => {
  const { journeyId, ada, grace } = await restored();
  expect(await beginHistories(lab.pool)).toBeGreaterThan(0);
  const named = open("editor", journeyId, { doc: ada, epoch: "1" });
  const unnamed = open("admin", journeyId, { doc: grace });
  for (const { closes } of [named, unnamed])
    await vi.waitFor(() => expect(closes).toEqual([CLOSE.otherEpoch]));
  expect(lanesOf(await lab.stored(journeyId))).toEqual(["Needs"]);
  const fresh = open("editor", journeyId);
  await fresh.synced();
  expect(lanesOf(fresh.doc)).toEqual(["Needs"]);
});

test("[C22] a backup that is restored twice begins two histories", async () => {
  const journeyId = await lab.newJourney();
  const epoch = async () =>
    (
      await lab.pool.query<{ epoch: number }>(
        `SELECT epoch FROM document_head WHERE journey_id = $1`,
        [journeyId],
      )
    ).rows[0]?.epoch ?? 0;
  await lab.pool.query(`UPDATE document_head SET epoch = 1`);
  await beginHistories(lab.pool);
  const first = await epoch();
  // A history that began when the other was made, a minute or more ago.
  expect(first).toBeGreaterThan(1_000_000);
  await beginHistories(lab.pool);
  expect(await epoch()).toBeGreaterThan(first);
});

test("[C22] where edits are taken back, browsers return what the backup lacks, others' work too", async () => {
  const { journeyId, ada, grace } = await restored();
  // Ada's browser knows Grace's words and brings them before Grace does.
  const first = open("editor", journeyId, { doc: ada, epoch: "1" });
  await first.synced();
  await first.acknowledged();
  addLaneBy(grace, "By Grace, while she was away");
  const second = open("admin", journeyId, { doc: grace, epoch: "1" });
  await second.synced();
  await second.acknowledged();
  expect([...first.closes, ...second.closes]).toEqual([]);
  expect(lanesOf(await lab.stored(journeyId))).toEqual([
    "By Ada, after the backup",
    "By Grace, after the backup",
    "By Grace, while she was away",
    "Needs",
  ]);
});
