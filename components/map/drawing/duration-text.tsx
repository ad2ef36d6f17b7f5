import { useFormatter } from "next-intl";

const PATTERN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = [
  "year",
  "month",
  "week",
  "day",
  "hour",
  "minute",
  "second",
] as const;

/** An ISO 8601 duration in words, such as "5 min"; as it stands where it is none. */
export function DurationText({ duration }: { readonly duration: string }) {
  const format = useFormatter();
  const match = PATTERN.exec(duration);
  if (!match) return duration;
  const parts = UNITS.flatMap((unit, index) => {
    const amount = Number(match[index + 1] ?? 0);
    return amount > 0
      ? [format.number(amount, { style: "unit", unit, unitDisplay: "short" })]
      : [];
  });
  return parts.length > 0
    ? parts.join(" ")
    : format.number(0, { style: "unit", unit: "second", unitDisplay: "short" });
}
