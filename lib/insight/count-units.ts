const exact = [
  "users visitors visits sessions cases customers people",
  "gebruikers bezoekers bezoeken sessies gevallen klanten mensen personen",
  "nutzer besucher besuche sitzungen fälle kunden",
].flatMap((words) => words.split(" "));

/**
 * In which units people are counted who come to a touchpoint, as teams type them. A figure with another unit, such as
 * euros or minutes, is no count of people, and none of them is turned into another.
 */
export const COUNT_UNITS: readonly string[] = exact;

const words = [...exact, "user", "visitor", "utilisateurs", "visiteurs"];

/**
 * The same in the name of a column, which is the unit of what is imported: "Active users", "nb_visits". A word of it is
 * enough; for the database, in small letters.
 */
export const COUNT_NAME = `(^|[^[:alpha:]])(${words.join("|")})([^[:alpha:]]|$)`;

/** Names of columns that hold a share, a mean or a part of those who came. */
export const NO_COUNT_NAME =
  "%|(^|[^[:alpha:]])(per|pro|rate|ratio|avg|average|gemiddelde?|durchschnitt|duration|time|new|returning|nieuwe|neue|bounced?|engaged)([^[:alpha:]]|$)";
