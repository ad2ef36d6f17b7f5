import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readPresence } from "@/lib/protocol/presence";
import type { PrincipalName } from "@/test/app";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";
import type { RawSocket } from "./testing/raw-socket";
import type { StockClient } from "./testing/stock-client";

let lab: Lab;
let guests: Guests;
beforeAll(async () => {
  lab = await startLab();
  guests = new Guests(lab);
});
afterEach(() => {
  guests.leave();
});
afterAll(() => lab.stop());

const stock = (journeyId: string, who: PrincipalName) =>
  guests.stock(who, journeyId, { hasExtension: false });

async function raw(journeyId: string, who: PrincipalName): Promise<RawSocket> {
  const socket = guests.rawAs(who, journeyId);
  await socket.join();
  return socket;
}

const say = ({ provider }: StockClient, state: object) =>
  provider.awareness.setLocalState(state);
const seenBy = (client: StockClient, of: StockClient) =>
  client.provider.awareness.getStates().get(of.doc.clientID);

function presenceFrame(
  entries: readonly { id: number; clock: number; state: unknown }[],
) {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { id, clock, state } of entries) {
    encoding.writeVarUint(body, id);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

test("[WS-14][C19] a presence carries the session's identity, whatever it claims to be", async () => {
  const journeyId = await lab.newJourney();
  const [ada, eve] = [
    await stock(journeyId, "editor"),
    await stock(journeyId, "viewer"),
  ];
  const at = { kind: "entity", id: "somewhere" };
  say(eve, {
    user: { id: "x", name: "The boss", colour: "red", role: "owner" },
    at,
  });
  await vi.waitFor(() =>
    expect(readPresence(seenBy(ada, eve))).toMatchObject({ at }),
  );
  const { userId } = lab.app.people.viewer;
  expect(readPresence(seenBy(ada, eve))?.user).toMatchObject({
    id: userId,
    name: "viewer",
    role: "viewer",
  });
});

test("[C19] nobody can speak for somebody else, and what they say of themselves is not sent back", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = [
    await stock(journeyId, "editor"),
    await stock(journeyId, "admin"),
  ];
  say(ada, { mood: "calm" });
  await vi.waitFor(() =>
    expect(seenBy(bob, ada)).toMatchObject({ mood: "calm" }),
  );
  const mallory = await raw(journeyId, "viewer");
  const forged = {
    id: ada.doc.clientID,
    clock: 9e12,
    state: { mood: "forged" },
  };
  mallory.send(presenceFrame([forged]));
  mallory.send(
    presenceFrame([{ id: 5, clock: 1, state: { mood: "mine" } }, forged]),
  );
  await vi.waitFor(() =>
    expect(bob.provider.awareness.getStates().get(5)).toMatchObject({
      mood: "mine",
    }),
  );
  expect(seenBy(bob, ada)).toMatchObject({ mood: "calm" });
  expect(ada.provider.awareness.getLocalState()).toEqual({ mood: "calm" });
});

test("[C19][E12] a client that drops and returns is seen at once, and is gone when it leaves", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = [
    await stock(journeyId, "editor"),
    await stock(journeyId, "admin"),
  ];
  say(ada, { round: 0 });
  for (let round = 1; round <= 3; round++) {
    await vi.waitFor(() => expect(seenBy(bob, ada)).toBeDefined(), {
      timeout: 2_000,
    });
    ada.provider.ws?.close();
    await vi.waitFor(() => expect(seenBy(bob, ada)).toBeUndefined(), {
      timeout: 2_000,
    });
    await ada.synced();
  }
  await vi.waitFor(() => expect(seenBy(bob, ada)).toBeDefined(), {
    timeout: 2_000,
  });
  ada.provider.disconnect();
  await vi.waitFor(() => expect(seenBy(bob, ada)).toBeUndefined(), {
    timeout: 2_000,
  });
});

test("[WS-14] a state of nine kilobytes and a thousand ids are refused", async () => {
  const journeyId = await lab.newJourney();
  const big = await raw(journeyId, "editor");
  big.send(
    presenceFrame([{ id: 1, clock: 1, state: { text: "x".repeat(9_000) } }]),
  );
  expect((await big.closed).code).toBe(4409);
  const many = await raw(journeyId, "editor");
  many.send(
    presenceFrame(
      Array.from({ length: 1_000 }, (_, id) => ({ id, clock: 1, state: {} })),
    ),
  );
  expect((await many.closed).code).toBe(4409);
});

test("who joins later sees who is there", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId, "editor");
  say(ada, { here: true });
  const bob = await stock(journeyId, "admin");
  await vi.waitFor(() =>
    expect(seenBy(bob, ada)).toMatchObject({ here: true }),
  );
});

test("presence is never stored", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = [
    await stock(journeyId, "editor"),
    await stock(journeyId, "admin"),
  ];
  for (let at = 0; at < 10; at++) say(ada, { at });
  await vi.waitFor(() => expect(seenBy(bob, ada)).toMatchObject({ at: 9 }));
  expect(await lab.logRows(journeyId)).toBe(1);
});
