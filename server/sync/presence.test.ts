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
function words(state: object): decoding.Decoder {
  const body = encoding.createEncoder();
  for (const value of [1, 7, 1]) encoding.writeVarUint(body, value);
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
