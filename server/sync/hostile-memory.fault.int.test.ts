import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { bombs, deep, farClock, flood } from "./testing/hostile-updates";
import { createJourney } from "./testing/lab";
import { RawSocket } from "./testing/raw-socket";
import { smallSeed } from "./testing/seed";
import type { Figures } from "./testing/socket-process";

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
    const before = await figures();
    const codes = new Set<number>();
    for (let round = 0; round < rounds; round++)
      for (const code of await attackWithAll()) codes.add(code);
    const after = await figures();
    expect(codes).toEqual(new Set([4400, 4409, 4500]));
    expect(after.heapUsed - before.heapUsed).toBeLessThan(8 * mebibyte);
    tellFigure(
      "C13",
      `${rounds * hostile.length} frames, heap ${before.heapUsed} to ${after.heapUsed}, delay of the event loop p99 ${after.loopDelayMs} ms`,
    );
    expect(await server.stop()).toBe(0);
  },
  300_000,
);
