import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import {
  encodeExtension,
  encodeMarker,
  readMarker,
  readServerExtension,
  type ServerExtension,
} from "./extension";
import { SEAT_LIMITS, type SeatLimits } from "./limits";
import { MESSAGE } from "./messages";

const afterType = (frame: Uint8Array) => {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE.extension);
  return decoder;
};

const limits = Object.fromEntries(
  SEAT_LIMITS.map((name, at) => [name, at]),
) as SeatLimits;
const messages: ServerExtension[] = [
  { kind: "ack", marker: 0, seq: 0 },
  { kind: "ack", marker: 2 ** 31, seq: Number.MAX_SAFE_INTEGER },
  { kind: "state", state: "ok" },
  { kind: "state", state: "degraded" },
  { kind: "state", state: "readonly" },
  { kind: "event", event: { kind: "rows-changed", noun: "persona", id: null } },
  {
    kind: "hello",
    hello: {
      epoch: 1,
      role: "editor",
      canEdit: true,
      headSeq: 7,
      build: "b",
      limits,
    },
  },
  { kind: "reset", reason: "not_allowed" },
];

test.each(messages)("the other end reads what was sent: $kind", (message) => {
  expect(readServerExtension(afterType(encodeExtension(message)))).toEqual(
    message,
  );
});

test("a marker comes back as its number", () => {
  expect(readMarker(afterType(encodeMarker(41)))).toBe(41);
});

test("a sub-type that a client does not know is nothing to it", () => {
  expect(
    readServerExtension(decoding.createDecoder(new Uint8Array([99, 1, 2]))),
  ).toBeNull();
});

test("an event of unknown shape is refused", () => {
  const frame = encodeExtension({
    kind: "reset",
    reason: JSON.stringify({ kind: "other" }),
  });
  frame[1] = 2;
  expect(() => readServerExtension(afterType(frame))).toThrow();
});
