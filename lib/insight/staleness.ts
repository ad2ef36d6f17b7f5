/**
 * From which age on evidence is called old, unless a team says otherwise. A year holds every season and every yearly
 * survey once; what was not looked at again in that time says what was, not what is.
 */
export const STALE_MONTHS = 12;

/** By what it is told whether evidence is old. */
export interface Ageing {
  /** ISO 8601 day. */
  readonly today: string;
  /** After how many months it is. */
  readonly staleMonths: number;
}

/** The newest day that is old, ISO 8601. */
export function lastStaleDay({ today, staleMonths }: Ageing): string {
  const at = new Date(`${today}T00:00:00Z`);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - staleMonths);
  // A year before 29 February is 28 February.
  const last = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0),
  ).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString().slice(0, 10);
}

/** Whether a day lies so far back that what was found then should be looked at again. */
export function isStale(day: string, ageing: Ageing): boolean {
  return day <= lastStaleDay(ageing);
}
