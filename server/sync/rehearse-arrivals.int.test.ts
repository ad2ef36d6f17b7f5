import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { createDocument } from "@/lib/journey/create";
import { env } from "@/server/env";
import { startTestApp, type TestApp } from "@/test/app";
import { rehearseArrivals } from "./rehearse-arrivals";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test("a start that has people come and go before anyone is there serves them all and leaves no row and no socket behind", async () => {
  const ids = { newId: randomUUID, random: Math.random };
  const snapshot = encodeStateAsUpdate(createDocument(ids, smallSeed));
  const before = await app.countRows();
  const listening = () =>
    process.getActiveResourcesInfo().filter((kind) => kind === "TCPServerWrap")
      .length;
  const listeningBefore = listening();
  const served = await rehearseArrivals(snapshot, syncSettings(env));
  expect(served).toBeGreaterThan(0);
  expect(served % 20).toBe(0);
  expect(await app.countRows()).toEqual(before);
  await vi.waitFor(() => expect(listening()).toBe(listeningBefore));
});
