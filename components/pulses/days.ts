/** The days between which a pulse is open, as a form holds them: in the zone of whoever fills it in. */
export interface PulseDays {
  /** ISO 8601 day; null: from now on. */
  readonly opensOn: string | null;
  /** The last day; null: until somebody closes it. */
  readonly closesOn: string | null;
}

interface PulseMoments {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

const dayOf = (at: Date) =>
  [
    String(at.getFullYear()).padStart(4, "0"),
    String(at.getMonth() + 1).padStart(2, "0"),
    String(at.getDate()).padStart(2, "0"),
  ].join("-");

/** Midnight at which a day begins here, a number of days later. */
function midnight(day: string, later = 0): Date {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at;
}

/** A pulse opens as its first day begins, and closes as its last one ends. */
export const momentsOf = ({ opensOn, closesOn }: PulseDays): PulseMoments => ({
  opensAt: opensOn === null ? null : midnight(opensOn).toISOString(),
  closesAt: closesOn === null ? null : midnight(closesOn, 1).toISOString(),
});

/** The days again, for changing them. */
export const daysOf = ({ opensAt, closesAt }: PulseMoments): PulseDays => ({
  opensOn: opensAt === null ? null : dayOf(new Date(opensAt)),
  closesOn:
    closesAt === null
      ? null
      : dayOf(new Date(new Date(closesAt).getTime() - 1)),
});
