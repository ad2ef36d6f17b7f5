import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "@/lib/journey/texts";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { bombs, deep, farClock, flood } from "./testing/hostile-updates";
import { createJourney } from "./testing/lab";
import { RawSocket } from "./testing/raw-socket";
import { smallSeed } from "./testing/seed";
import type { Figures } from "./testing/socket-process";
import { stockClient } from "./testing/stock-client";

const mebibyte = 1024 * 1024;
const rounds = 20;
const hostile = [...bombs, deep("values"), deep("types"), farClock, flood];

let app: TestApp;
let server: ChildServer;
beforeAll(async () => {
  if (!faultRuns.isLong) return;
  app = await startTestApp({ env: { LIMIT_CONNECTS_PER_MINUTE: "1000000" } });
  server = await childServer();
});
afterAll(async () => {
  if (!faultRuns.isLong) return;
  await server.remove();
  await app.stop();
});

/** One person of their own for each frame: who is refused too often is not let in any more. */
async function attack(journeyId: string, update: Uint8Array): Promise<number> {
  const person = await app.addPerson(randomUUID());
  await app.addMember(app.workspace.id, person.userId, "editor");
  const headers = {
    ...person.headers,
    origin: `http://localhost:${server.port}`,
  };
  const { address } = server;
  const socket = new RawSocket({ address, path: journeyId, headers });
  await socket.join();
  socket.sendUpdate(update);
  const { code } = await socket.closed;
  return code;
}

/** Somebody at work on another map; each call says how long they waited for an answer, in 19 of 20 cases at most. */
async function bystander(): Promise<() => Promise<number>> {
  const journeyId = await createJourney(smallSeed, app.workspace.id);
  const { address, port } = server;
  const client = stockClient({
    address,
    journeyId,
    headers: {
      ...app.people.editor.headers,
      origin: `http://localhost:${port}`,
    },
    hasExtension: true,
  });
  await client.synced();
  const title = textOf(client.doc, { kind: "meta", field: "title" });
  return async () => {
    const waits: number[] = [];
    for (let at = 0; at < 100; at++) {
      const startedAt = performance.now();
      title?.insert(0, "x");
      await client.acknowledged();
      waits.push(performance.now() - startedAt);
      await pause(20);
    }
    return waits.toSorted((a, b) => a - b)[95]!;
  };
}

// Ten frames more or less cannot be told from what a heap does by itself, so there is only the long form.
test.runIf(faultRuns.isLong)(
  "[C13][WS-11] what declares millions of things, or nests thousands, leaves nothing in the memory of the server",
  async () => {
    await server.start();
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const figures = async () => (await server.ask()) as Figures;
    const attackWithAll = () =>
      Promise.all(hostile.map((update) => attack(journeyId, update)));
    // Once without looking: what is compiled and kept for good is no growth.
    await attackWithAll();
    const work = await bystander();
    await work();
    const quietMs = await work();
    const before = await figures();
    const codes = new Set<number>();
    const busy = work();
    for (let round = 0; round < rounds; round++)
      for (const code of await attackWithAll()) codes.add(code);
    const after = await figures();
    const busyMs = await busy;
    tellFigure(
      "C13",
      `${rounds * hostile.length} frames, heap ${before.heapUsed} to ${after.heapUsed}, delay of the event loop p99 ${after.loopDelayMs} ms; on another map p95 ${quietMs.toFixed(1)} ms before and ${busyMs.toFixed(1)} ms meanwhile, attackers and database on the same processors`,
    );
    expect(codes).toEqual(new Set([4400, 4409, 4500]));
    expect(after.heapUsed - before.heapUsed).toBeLessThan(8 * mebibyte);
    expect(after.loopDelayMs).toBeLessThanOrEqual(100);
    expect(await server.stop()).toBe(0);
  },
  300_000,
);
