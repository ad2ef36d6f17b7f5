"use client";

import { useFormatter } from "next-intl";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;
/** Below two of a unit the smaller one tells more: 36 hours, not 1.5 days. */
const LEAST = 2;

/** A wait as people say it: in days, hours, minutes or seconds. */
export function useWaitWords(): (milliseconds: number) => string {
  const format = useFormatter();
  return (milliseconds) => {
    const [unit, length] =
      UNITS.find(([, size]) => milliseconds >= LEAST * size) ?? UNITS[3];
    return format.number(milliseconds / length, {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 1,
    });
  };
}
