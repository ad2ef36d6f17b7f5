import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import { PresenceRegistry } from "./presence";
import type { Seat } from "./seat";
import { noLine } from "./testing/no-line";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seatOf = (userId: string) => {
  const sendPresence = vi.fn((_frame: Buffer) => undefined);
  const seat = {
    sitter: { actor: { userId, role: "editor" }, name: userId },
    hasJoined: true,
    sendPresence,
  };
  return { seat: seat as unknown as Seat, sendPresence };
};

/** What a client sends of itself, behind the type of its frame. */
function words(state: object, clientId = 7): decoding.Decoder {
  const body = encoding.createEncoder();
  for (const value of [1, clientId, 1]) encoding.writeVarUint(body, value);
  encoding.writeVarString(body, JSON.stringify(state));
  const whole = encoding.createEncoder();
  encoding.writeVarUint8Array(whole, encoding.toUint8Array(body));
  return decoding.createDecoder(encoding.toUint8Array(whole));
}

test("[2.7] however often somebody moves, the others hear of it twenty times a second at most, and of where they are now", async () => {
  const [ada, bob] = [seatOf("ada"), seatOf("bob")];
  const presence = new PresenceRegistry(new Set([ada.seat, bob.seat]), {
    isTaken: () => false,
    line: noLine,
    goneMs: 30_000,
    mostBytes: 4_096,
  });
  const moves = 500;
  for (let at = 1; at <= moves; at++) {
    expect(presence.receive(ada.seat, words({ at }))).toBe("ok");
    await vi.advanceTimersByTimeAsync(2);
  }
  await vi.advanceTimersByTimeAsync(100);
  const seconds = (2 * moves) / 1_000;
  const { calls } = bob.sendPresence.mock;
  expect(calls.length).toBeGreaterThan(1);
  expect(calls.length).toBeLessThanOrEqual(
    PROTOCOL_LIMITS.presencePerSecond * seconds + 2,
  );
  expect(String(calls.at(-1)?.[0])).toContain(`"at":${moves}`);
  expect(ada.sendPresence).not.toHaveBeenCalled();
  presence.stop();
});

test("[2.7] who come one after the other are told together within a fifth of a second, and nobody who moves is held up by that", async () => {
  const watcher = seatOf("ada");
  const comers = ["bob", "cy", "dee"].map(seatOf);
  const seats = new Set([watcher, ...comers].map(({ seat }) => seat));
  const presence = new PresenceRegistry(seats, {
    isTaken: () => false,
    line: noLine,
    goneMs: 30_000,
    mostBytes: 4_096,
  });
  const { calls } = watcher.sendPresence.mock;
  for (const [at, { seat }] of comers.entries()) {
    expect(presence.receive(seat, words({ nth: at }, at + 1))).toBe("ok");
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect(calls).toHaveLength(1);
  for (const name of ["bob", "cy", "dee"])
    expect(String(calls[0]?.[0])).toContain(`"name":"${name}"`);

  presence.receive(seatOf("eve").seat, words({}, 9));
  presence.receive(comers[0]!.seat, words({ moved: true }, 1));
  await vi.advanceTimersByTimeAsync(1_000 / PROTOCOL_LIMITS.presencePerSecond);
  expect(String(calls.at(-1)?.[0])).toContain(`"moved":true`);
  presence.stop();
});
