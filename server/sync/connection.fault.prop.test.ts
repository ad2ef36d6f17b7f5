import fc from "fast-check";
import { expect, test } from "vitest";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { parseEnv } from "@/server/env";
import { mapBudget } from "./budgets-of";
import { Connection } from "./connection";
import { guardUpdate } from "./guard";
import { PresenceRegistry } from "./presence";
import type { Room } from "./room";
import type { RoomDeps, RoomItem } from "./room-types";
import type { Seat } from "./seat";
import { syncSettings } from "./settings";
import { noLine } from "./testing/no-line";

const settings = syncSettings(
  parseEnv({ DATABASE_URL: "postgresql://nowhere/db" }),
);

/** One seat of its own, and what became of it and of what it sent. */
function seated() {
  const pushed: RoomItem[] = [];
  const joins: Uint8Array[] = [];
  const closes: number[] = [];
  const seat = {
    sitter: { actor: { userId: "mallory", role: "editor" }, name: "" },
    isEnding: false,
    canEdit: true,
    namesEpoch: true,
    hasJoined: false,
    sendPresence: () => undefined,
    close: (code: number) => closes.push(code),
    end: (code: number) => closes.push(code),
  } as unknown as Seat;
  const presence = new PresenceRegistry(new Set([seat]), {
    isTaken: () => false,
    line: noLine,
    goneMs: settings.presenceGoneMs,
    mostBytes: settings.presenceBytes,
  });
  const room = {
    epoch: 1,
    budget: mapBudget(settings, Date.now()),
    presence,
    push: (item: RoomItem) => pushed.push(item),
    join: (_seat: Seat, stateVector: Uint8Array) => joins.push(stateVector),
  } as unknown as Room;
  const deps = {
    settings,
    budgets: { take: () => true },
    onRefusal: () => undefined,
  } as unknown as RoomDeps;
  return {
    connection: new Connection(seat, room, deps),
    presence,
    pushed,
    joins,
    closes,
  };
}

/** Frames as a stranger makes them up, and such that begin as ours do. */
const heads = [
  [MESSAGE.sync, SYNC.step1],
  [MESSAGE.sync, SYNC.step2],
  [MESSAGE.sync, SYNC.update],
  [MESSAGE.presence],
  [MESSAGE.extension, 0],
];
const bytes = fc.uint8Array({ maxLength: 300, size: "max" });
const frames = fc.oneof(
  bytes,
  fc
    .tuple(fc.constantFrom(...heads), bytes)
    .map(([head, rest]) => new Uint8Array([...head, ...rest])),
  fc
    .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 100 }))
    .map(([head, rest]) => new Uint8Array([...head, rest.length, ...rest])),
);

test("[WS-11] of ten thousand frames that anybody makes up each is taken or ends its socket with a code of ours, and only what the guard knows reaches a map", () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(frames, (frame) => {
      const { connection, presence, pushed, joins, closes } = seated();
      connection.receive(frame);
      presence.stop();
      for (const code of closes) expect([4400, 4409]).toContain(code);
      expect(closes.length + pushed.length + joins.length).toBeLessThan(2);
      for (const item of pushed) {
        taken.add(item.kind);
        if (item.kind === "update")
          expect(guardUpdate(item.bytes, item.bytes.length)).toBe("ok");
      }
      if (joins.length > 0) taken.add("join");
    }),
    { numRuns: 10_000 },
  );
  // What is made up here is not so odd that all of it is refused.
  expect(taken).toContain("marker");
});
