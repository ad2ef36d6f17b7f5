import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf, type TextRef } from "@/lib/journey/texts";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import type { PrincipalName } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { tcpProxy } from "@/test/tcp-proxy";
import { startLab, type Lab } from "./testing/lab";
import { bodyOf, isSync, RawSocket } from "./testing/raw-socket";
import { stockClient, type StockClient } from "./testing/stock-client";

const mebibyte = 1024 * 1024;
const behindBytes = mebibyte / 2;
const short = {
  stallMs: 4_000,
  silenceMs: 2_000,
  heartbeatMs: 250,
} as const;
let lab: Lab;
const open: (StockClient | RawSocket)[] = [];
const talking: NodeJS.Timeout[] = [];
beforeAll(async () => {
  lab = await startLab({
    settings: {
      ...(!faultRuns.isLong && short),
      presenceBufferBytes: mebibyte / 8,
      behindBytes,
      // The writer of these tests is no person.
      bytesPerSecond: 1_000 * mebibyte,
      framesPerSecond: 100_000,
      framesPerUser: 100_000,
      bytesPerUser: 1_000 * mebibyte,
      framesPerMap: 100_000,
      bytesPerMap: 1_000 * mebibyte,
    },
  });
});
afterEach(() => {
  for (const timer of talking.splice(0)) clearInterval(timer);
  for (const one of open.splice(0)) one.destroy();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));
const patience = { timeout: faultRuns.isLong ? 70_000 : 15_000 };

async function stock(journeyId: string, name: PrincipalName, port = lab.port) {
  const client = stockClient({
    address: `ws://localhost:${port}/sync`,
    journeyId,
    headers: {
      ...lab.headersOf(lab.app.people[name]),
      origin: `http://localhost:${port}`,
    },
    hasExtension: true,
  });
  open.push(client);
  await client.synced();
  return client;
}

/** A client that has joined, reads nothing more and is not silent. */
async function slowReader(journeyId: string) {
  const socket = new RawSocket({
    address: lab.address,
    path: journeyId,
    headers: lab.headersOf(lab.app.people.editor),
  });
  open.push(socket);
  const doc = await socket.join();
  await socket.next(isSync(SYNC.step1));
  const from = socket.frames.length;
  socket.pause();
  // An empty presence.
  const talk = () => socket.send(new Uint8Array([MESSAGE.presence, 1, 0]));
  talking.push(setInterval(talk, 200));
  return { socket, doc, from, seat: () => seatOf(journeyId, "editor") };
}

const seatOf = (journeyId: string, name: PrincipalName) =>
  [...(lab.core.rooms.find(journeyId)?.seats ?? [])].find(
    ({ sitter }) => sitter.actor.userId === lab.app.people[name].userId,
  );

/** A hundred kilobytes for everybody, of which the map keeps no more than the last. */
async function churn({ doc, acknowledged }: StockClient): Promise<void> {
  const [stage] = resolve(doc).stages;
  const id = stage!.touchpoints[0]!.id;
  const stageText = { kind: "stage", id: stage!.id } as const;
  const refs: TextRef[] = [
    title,
    { kind: "meta", field: "scenario" },
    { ...stageText, field: "title" },
    { ...stageText, field: "description" },
    { kind: "touchpoint", id, field: "message" },
    { kind: "touchpoint", id, field: "inspiration" },
  ];
  for (const ref of refs) {
    const text = textOf(doc, ref);
    text?.delete(0, text.length);
    text?.insert(0, randomBytes(8_000).toString("hex"));
  }
  await acknowledged();
}

const moodOf = (client: StockClient, of: StockClient) =>
  client.provider.awareness.getStates().get(of.doc.clientID)?.["mood"];
const says = (frame: Uint8Array, word: string) =>
  frame[0] === MESSAGE.presence &&
  new TextDecoder().decode(frame).includes(word);

test("[C11] a client that reads slowly first misses presence, then is left behind, and catches up from the log", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId, "admin");
  const bob = await stock(journeyId, "owner");
  const { socket, doc, from, seat } = await slowReader(journeyId);
  const readUpdates = vi.spyOn(lab.core.log, "readUpdates");
  while (seat()!.waitingBytes <= mebibyte / 8) await churn(ada);
  ada.provider.awareness.setLocalState({ mood: "unseen" });
  await vi.waitFor(() => expect(moodOf(bob, ada)).toBe("unseen"));
  while (!seat()!.isBehind) await churn(ada);
  expect(readUpdates).not.toHaveBeenCalled();
  for (let round = 0; round < 5; round++) await churn(ada);
  expect(seat()?.waitingBytes).toBeLessThan(behindBytes + 64 * 1024);
  ada.provider.awareness.setLocalState({ mood: "later" });
  await vi.waitFor(() => expect(moodOf(bob, ada)).toBe("later"));

  socket.resume();
  await vi.waitFor(() => expect(seat()?.isBehind).toBe(false), patience);
  textOf(ada.doc, title)?.insert(0, "Live again: ");
  await ada.acknowledged();
  let read = from;
  await vi.waitFor(() => {
    for (; read < socket.frames.length; read++) {
      const frame = socket.frames[read] as Uint8Array;
      if (isSync(SYNC.update)(frame)) Y.applyUpdate(doc, bodyOf(frame));
    }
    expect(jsonOf(doc)).toBe(jsonOf(ada.doc));
  }, patience);
  expect(doc.store.pendingStructs).toBeNull();
  expect(readUpdates).toHaveBeenCalled();
  const heard = socket.frames.slice(from);
  expect(heard.some((frame) => says(frame, "unseen"))).toBe(false);
  expect(heard.some((frame) => says(frame, "later"))).toBe(true);
  expect([...ada.closes, ...bob.closes]).toEqual([]);
  expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc));
});

test(
  "[C11][WS-17] a client that goes on talking and reads nothing is cut, costs little until then, and is equal when it comes back",
  { timeout: 180_000 },
  async () => {
    const journeyId = await lab.newJourney();
    const ada = await stock(journeyId, "admin");
    const bob = await stock(journeyId, "owner");
    const { seat } = await slowReader(journeyId);
    const startedAt = Date.now();
    let most = 0;
    while (seat() && Date.now() - startedAt < patience.timeout) {
      await churn(ada);
      most = Math.max(most, seat()?.waitingBytes ?? 0);
    }
    tellFigure(
      "C11",
      `cut after ${Date.now() - startedAt} ms, at most ${most} bytes waited`,
    );
    expect(seat()).toBeUndefined();
    expect(most).toBeLessThan(16 * mebibyte);
    expect([...ada.closes, ...bob.closes]).toEqual([]);
    await vi.waitFor(() => expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc)));
    const again = await stock(journeyId, "editor");
    expect(jsonOf(again.doc)).toBe(jsonOf(ada.doc));
  },
);

test(
  "[C12] a connection that breaks unnoticed is let go, its presence goes, and its client comes back by itself",
  { timeout: 180_000 },
  async () => {
    const journeyId = await lab.newJourney();
    const proxy = await tcpProxy(lab.port);
    const bob = await stock(journeyId, "owner");
    const ada = await stock(journeyId, "editor", proxy.port);
    ada.provider.awareness.setLocalState({ mood: "here" });
    await vi.waitFor(() => expect(moodOf(bob, ada)).toBe("here"));
    const broken = seatOf(journeyId, "editor");
    const startedAt = Date.now();
    proxy.lose();
    textOf(ada.doc, title)?.insert(0, "Typed into the void: ");
    await vi.waitFor(() => expect(moodOf(bob, ada)).toBeUndefined(), patience);
    tellFigure("C12", `presence gone after ${Date.now() - startedAt} ms`);
    // After half a minute a client forgets by itself who says nothing: that the server did too is looked at apart.
    const room = lab.core.rooms.find(journeyId);
    await vi.waitFor(
      () => expect(room?.seats.has(broken!)).toBe(false),
      patience,
    );
    tellFigure("C12", `connection let go after ${Date.now() - startedAt} ms`);
    // What the stock client waits for cannot be set: half a minute passes at once.
    if (!faultRuns.isLong) ada.provider.wsLastMessageReceived -= 30_000;
    await vi.waitFor(() => expect(moodOf(bob, ada)).toBe("here"), patience);
    tellFigure("C12", `client back after ${Date.now() - startedAt} ms`);
    await ada.synced();
    await ada.acknowledged();
    await vi.waitFor(() => expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc)));
    expect(resolve(bob.doc).meta.title).toMatch(/^Typed into the void: /);
    open.splice(open.indexOf(ada), 1);
    ada.destroy();
    await proxy.close();
  },
);
