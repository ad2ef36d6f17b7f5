import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { replaceText, setText, textOf } from "@/lib/journey/texts";
import { createUndoStack } from "@/lib/journey/undo";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { readDocument } from "@/server/sync/door";
import { createJourney } from "@/server/sync/testing/lab";
import { startLiveApp, type LiveApp } from "@/server/sync/testing/live-app";
import { smallSeed } from "@/server/sync/testing/seed";
import { type Principal, type TestApp } from "@/test/app";

let live: LiveApp;
let app: TestApp;
const join = (journeyId: string) => live.join(journeyId);

beforeAll(async () => {
  live = await startLiveApp();
  ({ app } = live);
});
afterAll(() => live.stop());

interface Sending {
  readonly method: string;
  readonly body?: unknown;
  readonly key?: string;
}

async function send(
  who: Principal,
  path: string,
  { method, body, key }: Sending,
): Promise<Record<string, unknown>> {
  const response = await who.fetch(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    },
  });
  expect(response.status, path).toBeLessThan(300);
  return (await response.json()) as Record<string, unknown>;
}

async function rowsBy(journeyId: string): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ who: string; n: number }>(
    `SELECT actor_kind || ':' || actor_id AS who, count(*)::int AS n
     FROM document_update WHERE journey_id = $1 GROUP BY 1`,
    [journeyId],
  );
  return Object.fromEntries(rows.map(({ who, n }) => [who, n]));
}

const cardsOf = (map: JourneyMap) => Object.values(map.cells).flat();

/** What a map's cards say in the rows that are made of it. */
async function projected(journeyId: string) {
  const rows = await prisma().cardRow.findMany({
    where: { workspaceId: app.workspace.id, journeyId },
    select: { id: true, text: true, colour: true, columnId: true },
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const bulkSize = 500;
const letterMs = 100;

test(
  "[C24] while someone types, a program's change, a list of 500 and a restored version are each made once, under their author's name",
  { timeout: 60_000 },
  async () => {
    const { editor, admin, owner, tokW } = app.people;
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const base = `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;
    const { map } = await readDocument(journeyId);
    const [stage] = map.stages;
    const [lane] = map.lanes;
    const [card] = cardsOf(map);
    if (!stage || !lane || !card) throw new Error("nothing to write on");
    const version = await send(admin, `${base}/versions`, {
      method: "POST",
      body: { name: "Before" },
    });
    await send(owner, `${base}/stages/${stage.id}`, {
      method: "PATCH",
      body: { colour: "red" },
    });

    const client = await join(journeyId);
    const undo = createUndoStack();
    const { doc } = client;
    const title = {
      kind: "stage",
      id: map.stages[1]!.id,
      field: "title",
    } as const;
    const ctx = {
      doc,
      actorId: editor.userId,
      now: Date.now,
      newId: randomUUID,
      random: Math.random,
      origin: { tab: 1 },
      undo,
    };
    let typed = "";
    const type = () => {
      const letter = String.fromCodePoint(0x4e00 + typed.length);
      typed += letter;
      const text = textOf(doc, title)!.toString();
      setText(ctx, title, `${text}${letter}`);
    };
    const typedMore = (count: number) => {
      const from = typed.length;
      return vi.waitFor(
        () => expect(typed.length).toBeGreaterThanOrEqual(from + count),
        20_000,
      );
    };
    const typing = setInterval(type, letterMs);
    await typedMore(5);
    await send(admin, `${base}/versions/${Number(version["seq"])}/restore`, {
      method: "POST",
      key: "restore",
    });
    const typedAtRestore = typed.length;
    expect((await readDocument(journeyId)).map.stages[0]?.colour).toBeNull();

    const rename = {
      method: "PATCH",
      body: { text: "Run far without pain", colour: "blue" },
      key: "rename",
    };
    const cardPath = `${base}/cards/${card.id}`;
    const [first, again] = await Promise.all([
      send(tokW, cardPath, rename),
      send(tokW, cardPath, rename),
    ]);
    expect(again).toEqual(first);
    const list = {
      method: "POST",
      key: "list",
      body: {
        operations: Array.from({ length: bulkSize }, (_, at) => ({
          op: "card.add",
          laneId: lane.id,
          columnId: stage.id,
          text: `Card ${at}`,
        })),
      },
    };
    const [made, same] = await Promise.all([
      send(owner, `${base}/operations`, list),
      send(owner, `${base}/operations`, list),
    ]);
    expect(same).toEqual(made);
    const second = await send(admin, `${base}/stages/${stage.id}`, {
      method: "PATCH",
      body: { colour: "green" },
    });
    expect(second).toMatchObject({ entity: { colour: "green" } });
    await typedMore(10);
    clearInterval(typing);
    await client.acknowledged();

    const now = await vi.waitFor(async () => {
      const { map: stored } = await readDocument(journeyId);
      expect(canonicalJson(resolve(doc))).toBe(canonicalJson(stored));
      return stored;
    }, 10_000);
    // What the restore met is gone with it; all that was typed later is there, once and in order.
    const kept = now.stages[1]!.title.slice("Decision".length);
    expect(now.stages[1]?.title).toBe(`Decision${kept}`);
    expect(typed.endsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(typed.length - typedAtRestore);
    expect(now.stages[0]?.colour).toBe("green");
    const cards = cardsOf(now);
    expect(cards).toHaveLength(bulkSize + 1);
    expect(cards.slice(1).map(({ text }) => text)).toEqual(
      list.body.operations.map(({ text }) => text),
    );
    expect(cards[0]).toMatchObject({
      text: "Run far without pain",
      colour: "blue",
    });

    const by = await rowsBy(journeyId);
    const { rows: keyed } = await pool().query<{ who: string; seq: string }>(
      `SELECT actor_kind || ':' || actor_id AS who, seq FROM document_update
       WHERE journey_id = $1 AND seq = ANY($2::bigint[]) ORDER BY seq`,
      [journeyId, [first!["seq"], made!["seq"]]],
    );
    expect(keyed.map(({ who }) => who)).toEqual([
      expect.stringMatching(/^token:/),
      `user:${owner.userId}`,
    ]);
    expect(by[keyed[0]!.who]).toBe(1);
    expect(by[`user:${owner.userId}`]).toBe(2);
    expect(by[`user:${admin.userId}`]).toBe(2);
    expect(by[`user:${editor.userId}`]).toBeGreaterThan(1);

    const expected = cards
      .map(({ id, text, colour, columnId }) => ({ id, text, colour, columnId }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    await vi.waitFor(
      async () => expect(await projected(journeyId)).toEqual(expected),
      10_000,
    );

    while (undo.canUndo()) undo.undo();
    await client.acknowledged();
    const { map: undone } = await readDocument(journeyId);
    expect(undone.stages[1]?.title).toBe("Decision");
    expect(canonicalJson({ ...undone, stages: [] })).toBe(
      canonicalJson({ ...now, stages: [] }),
    );
    expect(client.closes).toEqual([]);
    client.destroy();
  },
);

test("what someone typed before a program's change of the same text arrived stays beside it", async () => {
  const journeyId = await createJourney(smallSeed, app.workspace.id);
  const base = `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;
  const [card] = cardsOf((await readDocument(journeyId)).map);
  const client = await join(journeyId);
  client.provider.disconnect();
  const text = textOf(client.doc, { kind: "card", id: card!.id })!;
  replaceText(text, `${text.toString()} or fear`, "typist");
  await send(app.people.tokW, `${base}/cards/${card!.id}`, {
    method: "PATCH",
    body: { text: "Walk without pain" },
  });
  client.provider.connect();
  await vi.waitFor(async () => {
    const { map } = await readDocument(journeyId);
    expect(cardsOf(map)[0]?.text).toBe("Walk without pain or fear");
  }, 10_000);
  client.destroy();
});
