const WORDS = [
  "users visitors visits sessions cases customers people",
  "gebruikers bezoekers bezoeken sessies gevallen klanten mensen personen",
  "nutzer besucher besuche sitzungen fälle kunden",
].join(" ");

/**
 * A pattern for the units in which people are counted who come to a touchpoint, as teams type them and as the columns of
 * analytics are called ("Active users", "nb_visits"): the last word tells. A figure with another unit, such as euros or
 * minutes, is no count of people. For PostgreSQL, to be compared without case.
 */
export const COUNT_UNIT = `(^|[^[:alpha:]])(${WORDS.replaceAll(" ", "|")})$`;
