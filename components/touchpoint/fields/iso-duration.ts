export const DURATION_UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "year",
] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time in one unit, as people say it. */
export interface Amount {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const PATTERN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const SECONDS = {
  week: 604_800,
  day: 86_400,
  hour: 3_600,
  minute: 60,
  second: 1,
} as const;

/**
 * Reads an ISO 8601 duration as an amount of the largest unit that holds it without a rest.
 *
 * @returns null where it is none, or where months or years are mixed with shorter units, which have no fixed ratio.
 */
export function parseDuration(iso: string): Amount | null {
  const match = PATTERN.exec(iso);
  if (!match || iso.endsWith("T") || iso === "P") return null;
  const [
    years = 0,
    months = 0,
    weeks = 0,
    days = 0,
    hours = 0,
    minutes = 0,
    seconds = 0,
  ] = match.slice(1).map((part) => Number(part ?? 0));
  const calendar = years * 12 + months;
  const clock =
    weeks * SECONDS.week +
    days * SECONDS.day +
    hours * SECONDS.hour +
    minutes * SECONDS.minute +
    seconds;
  if (calendar > 0) {
    if (clock > 0) return null;
    return calendar % 12 === 0
      ? { amount: calendar / 12, unit: "year" }
      : { amount: calendar, unit: "month" };
  }
  return inLargestUnit(clock);
}

function inLargestUnit(seconds: number): Amount {
  if (seconds === 0) return { amount: 0, unit: "second" };
  for (const [unit, size] of Object.entries(SECONDS)) {
    if (seconds % size === 0)
      return { amount: seconds / size, unit: unit as keyof typeof SECONDS };
  }
  return { amount: seconds, unit: "second" };
}

const WRITTEN: Record<DurationUnit, (amount: number) => string> = {
  second: (amount) => `PT${amount}S`,
  minute: (amount) => `PT${amount}M`,
  hour: (amount) => `PT${amount}H`,
  day: (amount) => `P${amount}D`,
  week: (amount) => `P${amount}W`,
  month: (amount) => `P${amount}M`,
  year: (amount) => `P${amount}Y`,
};

/** Writes an amount as an ISO 8601 duration; the amount is cut to a whole number from 0. */
export function formatDuration({ amount, unit }: Amount): string {
  return WRITTEN[unit](Math.max(0, Math.trunc(amount)));
}
