import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { replaceText, textOf } from "@/lib/journey/texts";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setStage } from "@/lib/journey/stages";
import { readDocument, withDocument } from "@/server/sync/door";
import { syncCore } from "@/server/sync/sync-core";
import { createJourney } from "@/server/sync/testing/lab";
import { startLiveApp, type LiveApp } from "@/server/sync/testing/live-app";
import { type StockClient } from "@/server/sync/testing/stock-client";
import { pool } from "@/server/db/pool";
import { type TestApp } from "@/test/app";
import { readVersionMap } from "./store";

let live: LiveApp;
let app: TestApp;
const join = (journeyId: string) => live.join(journeyId);

beforeAll(async () => {
  live = await startLiveApp();
  ({ app } = live);
});
afterAll(() => live.stop());

const typists = 10;
/** One letter of its own for each thing that is typed. */
const letter = (index: number) => String.fromCodePoint(0x4e00 + index);

/** Writes one letter into the card of a typist, in the middle of what stands there. */
function type(client: StockClient, map: JourneyMap, index: number): void {
  const cards = Object.values(map.cells).flat();
  const { id } = cards[index % cards.length]!;
  const text = textOf(client.doc, { kind: "card", id })!;
  const points = Array.from(text.toString());
  points.splice(points.length >> 1, 0, letter(index));
  replaceText(text, points.join(""), "typist");
}

const wordsOf = (map: JourneyMap) =>
  Object.values(map.cells)
    .flat()
    .map(({ text }) => text)
    .join("|");

test("[FT-41] [C24] [I10] a version is restored while ten others type: one clear result, and nothing typed is lost", async () => {
  const words = ["Run without pain", "Back hurts", "Too many shoes"];
  const journeyId = await createJourney(
    {
      title: "Buying running shoes",
      locale: "en",
      personas: [],
      stages: [{ key: "s", title: "Awareness" }],
      lanes: [
        {
          key: "l",
          kind: "text",
          title: "Needs",
          cards: { s: words.map((text) => ({ text })) },
        },
      ],
    },
    app.workspace.id,
  );
  const base = `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;
  const made = await app.people.editor.send("POST", `${base}/versions`, {
    name: "Before",
  });
  const { seq } = (await made.json()) as { seq: number };
  const { map } = await readDocument(journeyId);
  const clients = await Promise.all(
    Array.from({ length: typists }, () => join(journeyId)),
  );
  const someone = { kind: "user", id: app.people.admin.userId } as const;
  await withDocument(journeyId, someone, null, (ctx) =>
    setStage(ctx, { stageId: map.stages[0]!.id, colour: "red" }),
  );

  let typed = 0;
  const typing = setInterval(() => {
    for (const client of clients) type(client, map, typed++);
  }, 20);
  await vi.waitFor(() => expect(typed).toBeGreaterThan(50), 10_000);
  const answer = await app.people.editor.fetch(
    `${base}/versions/${seq}/restore`,
    { method: "POST" },
  );
  expect(answer.status).toBe(200);
  const { beforeSeq } = (await answer.json()) as { beforeSeq: number };
  const typedAtRestore = typed;
  await vi.waitFor(
    () => expect(typed).toBeGreaterThan(typedAtRestore + 50),
    10_000,
  );
  clearInterval(typing);
  await Promise.all(clients.map((client) => client.acknowledged()));

  const expected = await vi.waitFor(async () => {
    const now = canonicalJson((await readDocument(journeyId)).map);
    for (const { doc } of clients)
      expect(canonicalJson(resolve(doc))).toBe(now);
    return JSON.parse(now) as JourneyMap;
  }, 10_000);
  expect(expected.stages[0]?.colour).toBeNull();
  const before = await readVersionMap(pool(), journeyId, beforeSeq);
  const [after, then] = [wordsOf(expected), wordsOf(before!)];
  for (let index = 0; index < typed; index += 1) {
    const counts = [after, then].map(
      (text) => text.split(letter(index)).length - 1,
    );
    // Each letter was on the map that the restore met, or it is on the map now; and never twice.
    expect(counts[0]! + counts[1]!, `letter ${index}`).toBeGreaterThan(0);
    expect(counts[0], `letter ${index}`).toBeLessThan(2);
    if (index >= typedAtRestore) expect(counts[0], `letter ${index}`).toBe(1);
  }
  const plain = (text: string) => text.replaceAll(/[一-鿿]/g, "");
  expect(plain(after)).toBe(words.join("|"));
  const stored = await syncCore().log.load(journeyId);
  expect(stored?.headSeq).toBeGreaterThan(seq);
  for (const client of clients) {
    expect(client.closes).toEqual([]);
    expect(client.doc.store.pendingStructs).toBeNull();
    client.destroy();
  }
});
