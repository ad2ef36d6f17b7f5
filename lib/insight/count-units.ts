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

const noCount = [
  "per pro rate ratio avg average gemiddelde? durchschnitt duration time new returning nieuwe neue bounced? engaged",
  // What is told of a day or a week: whoever comes back the day after is told twice.
  "daily dagelijkse? täglich(e[nrs]?)? weekly wekelijkse? wöchentlich(e[nrs]?)? monthly maandelijkse? monatlich(e[nrs]?)?",
].flatMap((line) => line.split(" "));
const ofDay =
  "[[:space:]](a|an|am|each|every|elke|jeden?)[[:space:]]+(day|week|month|hour|dag|maand|uur|tag|woche|monat|stunde)";

/** Names of columns that hold a share, a mean, a part of those who came, or how many come in a day. */
export const NO_COUNT_NAME = `%|/|(^|[^[:alpha:]])(${noCount.join("|")})([^[:alpha:]]|$)|${ofDay}`;

/**
 * What an imported figure has to tell to be a number of people at a touchpoint in one period. `count` is everybody of the
 * period, or visits and sessions added up over its days; `cases` are those of an event log. The others are none: `perDay`
 * is the mean of days that may not be added up, because whoever comes on two of them would be two people; `tickets` are
 * contacts and `reach`, `ends` and `lost` are shares.
 */
export const PEOPLE_MEASURES = { named: "count", always: "cases" } as const;
