import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import * as Y from "yjs";
import type { JourneySeed } from "@/lib/journey/seed";
import { resolve } from "@/lib/journey/resolve";
import type { DocumentLog } from "@/server/log/contract";
import { Editor } from "@/server/sync/testing/editor";
import {
  createJourney,
  startNode,
  storedDocument,
  type LabNode,
} from "@/server/sync/testing/lab";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns } from "@/test/fault-runs";
import { ownRedis } from "@/test/redis";
import { tcpProxy, type TcpProxy } from "@/test/tcp-proxy";
import { RedisBus } from "./redis-bus";
import { LossyBus } from "./testing/lossy-bus";
import { areEqual, sit, titleOf, write } from "./testing/people";

const redis = await ownRedis();
const key = Buffer.from("of this installation");
const people = ["editor", "admin", "editor", "owner"] as const;
let app: TestApp;
let proxy: TcpProxy;
const stops: (() => Promise<void>)[] = [];
const open: { destroy(): void }[] = [];

async function node(headsMs: number, port?: number) {
  const url = port ? `redis://127.0.0.1:${port}` : redis!.url;
  const bus = new LossyBus(new RedisBus({ url, key, report: () => undefined }));
  const settings = {
    headsMs,
    framesPerSecond: 10_000,
    framesBurst: 10_000,
    framesPerUser: 100_000,
  };
  const started = await startNode({ app, bus, settings });
  stops.push(async () => {
    await started.stop();
    await bus.close();
  });
  return { ...started, bus };
}

async function sitDown(
  at: LabNode,
  person: (typeof people)[number],
  journeyId: string,
) {
  const client = sit(at, app.people[person], journeyId);
  open.push(client);
  await client.synced();
  return client;
}

/** So large that giving it whole would show among the messages. */
const seed: JourneySeed = {
  title: "A map of some size",
  locale: "en",
  personas: [],
  stages: [{ key: "s1", title: "Only stage" }],
  lanes: [
    {
      key: "l1",
      kind: "text",
      title: "Only lane",
      cards: {
        s1: Array.from({ length: 300 }, (_, at) => ({
          text: `${at} ${"words ".repeat(40)}`,
        })),
      },
    },
  ],
};

const textsIn = (doc: Y.Doc) =>
  new Set(
    Object.values(resolve(doc).cells).flatMap((cards) =>
      cards.map(({ text }) => text),
    ),
  );

describe.runIf(redis)("two nodes and a Redis that fails", () => {
  beforeAll(async () => {
    await redis!.start();
    proxy = await tcpProxy(Number(new URL(redis!.url).port));
    app = await startTestApp();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) one.destroy();
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(async () => {
    await app.stop();
    await proxy.close();
    await redis!.kill();
  });

  const patience = { timeout: faultRuns.isLong ? 400_000 : 120_000 };

  test(
    "[C8] a third of all messages lost, then Redis gone and back: all people on both see the same, nothing is lost, and no map is sent whole",
    patience,
    async () => {
      const journeyId = await createJourney(seed, app.workspace.id);
      const nodes = [await node(300), await node(300)] as const;
      await vi.waitFor(() => {
        for (const { bus } of nodes) expect(bus.isShared).toBe(true);
      }, 5_000);
      const editors: Editor[] = [];
      for (const [at, person] of people.entries())
        editors.push(
          new Editor(await sitDown(nodes[at % 2]!, person, journeyId)),
        );
      const docs = editors.map(({ client }) => client.doc);
      const stored = () => storedDocument(nodes[0].core.log, journeyId);
      const whole = Y.encodeStateAsUpdate(await stored()).length;
      const loads = nodes.map(({ core }) => vi.spyOn(core.log, "load"));
      const rows = nodes.map(({ core }) => vi.spyOn(core.log, "readUpdates"));
      const settled = async () => {
        await Promise.all(editors.map(({ client }) => client.acknowledged()));
        for (const load of loads) load.mockClear();
        await areEqual(docs, stored);
        const texts = textsIn(docs[0]!);
        for (const { acknowledged, deleted } of editors) {
          for (const text of acknowledged) expect(texts.has(text)).toBe(true);
          for (const text of deleted) expect(texts.has(text)).toBe(false);
        }
      };
      let rounds = 0;
      /** Cards by all, and deletions that bring nothing: of cards, and of words. */
      const edit = async (more: number) => {
        const until = editors.map(
          ({ acknowledged }) => acknowledged.size + more,
        );
        const typing = setInterval(() => {
          rounds++;
          for (const [at, editor] of editors.entries()) {
            if (rounds % 4 === at) editor.deleteCard();
            else editor.addCard();
          }
          if (rounds % 5 === 0) eraseOne(docs[rounds % 4]!);
        }, 15);
        await vi.waitFor(() => {
          for (const [at, { acknowledged }] of editors.entries())
            expect(acknowledged.size).toBeGreaterThan(until[at]!);
        }, 90_000);
        clearInterval(typing);
        await settled();
      };

      for (const { bus } of nodes) bus.lossPercent = 30;
      await edit(60);
      for (const { bus } of nodes) expect(bus.traffic.lost).toBeGreaterThan(10);
      for (const { bus } of nodes) bus.lossPercent = 0;
      await redis!.kill();
      const goneUntil = Date.now() + (faultRuns.isLong ? 60_000 : 0);
      do {
        await edit(15);
        await pause(faultRuns.isLong ? 5_000 : 0);
      } while (Date.now() < goneUntil);
      await redis!.start();
      await edit(15);
      for (const { bus } of nodes)
        expect(bus.traffic.largest).toBeLessThan(whole / 2);
      const results = rows.flatMap(({ mock }) => mock.results);
      expect(results.length).toBeGreaterThan(0);
      for (const { value } of results) {
        const part = await (value as ReturnType<DocumentLog["readUpdates"]>);
        const bytes = part.reduce((sum, { data }) => sum + data.length, 0);
        expect(bytes).toBeLessThan(whole / 2);
      }
      for (const load of loads) load.mockRestore();
      for (const spy of rows) spy.mockRestore();
      for (const editor of editors) expect(editor.client.closes).toEqual([]);
    },
  );

  test("[C9] a node that reads nothing until Redis cuts it reads what it missed from the log when it is back", async () => {
    const never = 600_000;
    const journeyId = await createJourney(seed, app.workspace.id);
    const [here, there] = [await node(never), await node(never, proxy.port)];
    await vi.waitFor(() => {
      for (const { bus } of [here, there]) expect(bus.isShared).toBe(true);
    }, 5_000);
    const ada = await sitDown(here, "editor", journeyId);
    const bob = await sitDown(there, "admin", journeyId);
    write(ada, " one");
    await vi.waitFor(() => expect(titleOf(bob.doc)).toContain("one"), 5_000);
    const admin = new Redis(redis!.url);
    await admin.config(
      "SET",
      "client-output-buffer-limit",
      "pubsub 64kb 32kb 1",
    );
    const heard = vi.fn();
    there.bus.onGap(heard);
    proxy.stall();
    write(ada, " two");
    await ada.acknowledged();
    const noise = new Uint8Array(30_000);
    const isCut = async () => {
      for (let at = 0; at < 50; at++)
        here.bus.publish(`jm:${journeyId}`, noise);
      const listening = (await admin.client(
        "LIST",
        "TYPE",
        "PUBSUB",
      )) as string;
      return listening.trim().split("\n").length < 2;
    };
    await vi.waitUntil(isCut, { timeout: 20_000, interval: 50 });
    // What was said before may still lie in some buffer; this nobody has.
    write(ada, " three");
    await ada.acknowledged();
    expect(titleOf(bob.doc)).not.toContain("two");
    proxy.release();
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 10_000);
    await areEqual([ada.doc, bob.doc], () =>
      storedDocument(here.core.log, journeyId),
    );
    expect(titleOf(bob.doc)).toContain("two three");
    admin.disconnect();
  });
});

/** Takes the last letter of the title away: an update that only deletes. */
function eraseOne(doc: Y.Doc): void {
  const title = doc.getMap("meta").get("title");
  if (title instanceof Y.Text && title.length > 3)
    title.delete(title.length - 1, 1);
}
