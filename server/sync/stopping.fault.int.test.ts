import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { setText } from "@/lib/journey/texts";
import { testContext } from "@/lib/journey/testing/context";
import { CLOSE } from "@/lib/protocol/close-codes";
import { startLab, type Lab } from "./testing/lab";
import { stockClient } from "./testing/stock-client";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;

test("[C23][FT-04] what had arrived when a server is told to end is acknowledged before its sender is asked to come back", async () => {
  const journeyId = await lab.newJourney();
  const ada = stockClient({
    address: lab.address,
    journeyId,
    headers: lab.headersOf(lab.app.people.editor),
    hasExtension: true,
  });
  const write = (text: string) => setText(testContext(ada.doc), title, text);
  await ada.synced();
  write("In time");
  await ada.acknowledged();

  // Nobody can store anything for a moment.
  const holder = await lab.pool.connect();
  await holder.query("BEGIN");
  await holder.query(
    `SELECT 1 FROM document_head WHERE journey_id = $1 FOR UPDATE`,
    [journeyId],
  );
  write("At the last moment");
  const events: string[] = [];
  void ada.acknowledged().then(() => events.push("acknowledged"));
  ada.provider.on("connection-close", (event) =>
    events.push(`closed ${event?.code}`),
  );
  await vi.waitFor(async () => {
    const { rowCount } = await lab.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
  });
  const endAll = vi.spyOn(lab.core.seats, "endAll");
  const stopping = lab.core.stop();
  const wasEarly = endAll.mock.calls.length > 0;
  await holder.query("COMMIT");
  holder.release();
  await stopping;
  expect(wasEarly).toBe(false);
  expect(events.slice(0, 2)).toEqual([
    "acknowledged",
    `closed ${CLOSE.restarting}`,
  ]);
  ada.destroy();
});
