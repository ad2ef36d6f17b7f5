/** When a pulse may be answered. */
export interface PulseTimes {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What a pulse is now; `closed` by a person or by its day, and can be opened again unless it is `revoked`. */
export const PULSE_STATES = ["open", "scheduled", "closed", "revoked"] as const;
export type PulseState = (typeof PULSE_STATES)[number];

/** Whether a pulse takes answers, and if not, why. */
export function pulseStateOf(times: PulseTimes, now: Date): PulseState {
  const { opensAt, closesAt, closedAt, revokedAt } = times;
  if (revokedAt) return "revoked";
  if (closedAt || (closesAt && closesAt <= now)) return "closed";
  return opensAt && opensAt > now ? "scheduled" : "open";
}
