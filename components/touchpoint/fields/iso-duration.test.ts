import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DURATION_UNITS, formatDuration, parseDuration } from "./iso-duration";

describe("durations", () => {
  it.each([
    ["PT5M", 5, "minute"],
    ["PT0S", 0, "second"],
    ["P1DT12H", 36, "hour"],
    ["P7D", 1, "week"],
    ["P2W", 2, "week"],
    ["PT90S", 90, "second"],
    ["P1Y6M", 18, "month"],
    ["P2Y", 2, "year"],
  ])("[R39] reads %s as %i %s", (iso, amount, unit) => {
    expect(parseDuration(iso)).toEqual({ amount, unit });
  });

  it.each(["", "P", "PT", "5 minutes", "P1YT1H", "P-1D", "PT1.5H"])(
    "reads %j as none",
    (iso) => {
      expect(parseDuration(iso)).toBeNull();
    },
  );

  it("reads back the length that it wrote", () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(amount, fc.constantFrom(...DURATION_UNITS), (count, unit) => {
        const written = formatDuration({ amount: count, unit });
        const again = parseDuration(written);
        expect(again && parseDuration(formatDuration(again))).toEqual(again);
      }),
    );
  });
});
