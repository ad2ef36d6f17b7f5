import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { createDocument } from "@/lib/journey/create";
import { env } from "@/server/env";
import { startTestApp, type TestApp } from "@/test/app";
import { syncCore } from "./sync-core";
import { rehearseArrivals } from "./rehearse-arrivals";
import { rehearseRooms } from "./rehearse-rooms";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const listening = () =>
  process.getActiveResourcesInfo().filter((kind) => kind === "TCPServerWrap")
    .length;

function newSnapshot() {
  const ids = { newId: randomUUID, random: Math.random };
  return encodeStateAsUpdate(createDocument(ids, smallSeed));
}

test("a start that has people come and go before anyone is there serves them all and leaves no row and no socket behind", async () => {
  const snapshot = newSnapshot();
  const before = await app.countRows();
  const listeningBefore = listening();
  const served = await rehearseArrivals(snapshot, syncSettings(env));
  expect(served).toBeGreaterThan(0);
  expect(served % 20).toBe(0);
  expect(await app.countRows()).toEqual(before);
  await vi.waitFor(() => expect(listening()).toBe(listeningBefore));
});

test("a start that has people edit maps of nobody lets each see what the other does, and leaves no row and no socket behind", async () => {
  const before = await app.countRows();
  const listeningBefore = listening();
  const { log } = syncCore();
  const settings = syncSettings(env);
  const seen = await rehearseRooms(newSnapshot(), { log, settings });
  expect(seen).toBeGreaterThan(20);
  expect(await app.countRows()).toEqual(before);
  await vi.waitFor(() => expect(listening()).toBe(listeningBefore));
});
