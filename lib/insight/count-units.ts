const words = [
  "users visitors visits sessions cases customers people",
  "gebruikers bezoekers bezoeken sessies gevallen klanten mensen personen",
  "nutzer besucher besuche sitzungen fälle kunden",
  "user visitor utilisateurs visiteurs",
].flatMap((line) => line.split(" "));

/**
 * Whether people are counted who come to a touchpoint: a word in the unit that a team typed, or in the name of the column
 * that was imported, as "Active users" and "nb_visits". A figure with another unit, such as euros or minutes, is no count
 * of people. For the database, in small letters.
 */
export const COUNT_NAME = `(^|[^[:alpha:]])(${words.join("|")})([^[:alpha:]]|$)`;

/** Names of columns that hold a share, a mean or a part of those who came. */
export const NO_COUNT_NAME =
  "%|(^|[^[:alpha:]])(per|pro|rate|ratio|avg|average|gemiddelde?|durchschnitt|duration|time|new|returning|nieuwe|neue|bounced?|engaged)([^[:alpha:]]|$)";
