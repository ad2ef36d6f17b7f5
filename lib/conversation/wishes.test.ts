import { expect, test } from "vitest";
import { dueBefore } from "./wishes";

const due = (now: string) => {
  const { daily, weekly } = dueBefore(new Date(now));
  return [daily.toISOString(), weekly.toISOString()];
};

test.each([
  // A Monday, after and before the morning.
  ["2026-11-30T05:00:00Z", "2026-11-30T05", "2026-11-30T05"],
  ["2026-11-30T04:59:59Z", "2026-11-29T05", "2026-11-23T05"],
  // A Sunday.
  ["2026-11-29T23:00:00Z", "2026-11-29T05", "2026-11-23T05"],
  // Over the end of a year.
  ["2027-01-01T03:00:00Z", "2026-12-31T05", "2026-12-28T05"],
])(
  "at %s a daily mail holds what is older than %s, a weekly one than %s",
  (now, daily, weekly) => {
    expect(due(now)).toEqual([`${daily}:00:00.000Z`, `${weekly}:00:00.000Z`]);
  },
);
