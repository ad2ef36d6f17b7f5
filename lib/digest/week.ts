const dayMs = 24 * 60 * 60 * 1000;

/** The ISO week of a moment in UTC, such as "2026-W48". */
export function weekOf(at: Date): string {
  const day = (at.getUTCDay() + 6) % 7;
  // A week belongs to the year in which its Thursday lies.
  const thursday = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 3 - day),
  );
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs;
  const week = Math.floor(days / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
