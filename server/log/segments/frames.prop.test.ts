import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/server/errors";
import { crc32c } from "../crc32c";
import { decodeChanges, encodeChanges, type PackedChange } from "./frames";

const bytes = fc.uint8Array({ maxLength: 300 });
const change: fc.Arbitrary<PackedChange> = fc.record({
  seq: fc.integer({ min: 1, max: 2 ** 50 }),
  epoch: fc.nat(),
  at: fc.date({ min: new Date(0), noInvalidDate: true }),
  actor: fc.record({
    kind: fc.constantFrom("user", "token", "system"),
    id: fc.string({ unit: "grapheme" }),
  }),
  connId: fc.string(),
  clientIds: fc.array(fc.nat({ max: 2 ** 32 - 1 })),
  idemKey: fc.option(fc.string({ minLength: 1 })),
  blob: bytes.map((data) => ({
    codec: data.length % 2,
    crc32c: crc32c(data),
    data: Buffer.from(data),
  })),
});

test("[2.12] whatever was in the log comes back out of a segment", () => {
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      expect(decodeChanges(encodeChanges(changes))).toEqual(changes);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
});

test("a segment that is cut short anywhere is damaged, never shorter", () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (changes, part) => {
        const whole = encodeChanges(changes);
        const cut = whole.slice(0, Math.floor(whole.length * part));
        expect(() => decodeChanges(cut)).toThrow(AppError);
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
});
