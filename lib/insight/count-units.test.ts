import { describe, expect, it } from "vitest";
import { COUNT_NAME, NO_COUNT_NAME, PEOPLE_MEASURES } from "./count-units";

/** The patterns are the database's, which writes its classes of letters in its own way. */
const here = (pattern: string) =>
  new RegExp(
    pattern.replaceAll("[:alpha:]", "\\p{L}").replaceAll("[:space:]", "\\s"),
    "u",
  );
const isCounted = (unit: string) =>
  here(COUNT_NAME).test(unit.toLowerCase()) &&
  !here(NO_COUNT_NAME).test(unit.toLowerCase());

describe("[N15] [R57] which figures a funnel is drawn of", () => {
  it.each([
    "Active users",
    "nb_visits",
    "sessions",
    "Sitzungen",
    "Bezoekers",
    "Aktive Nutzer",
    "unieke bezoekers",
    "Fälle",
  ])("takes %j of one period for people", (unit) => {
    expect(isCounted(unit)).toBe(true);
  });

  it.each([
    "visits per day",
    "visits/day",
    "visitors a day",
    "daily visitors",
    "Daily active users",
    "Besuche pro Tag",
    "Besucher am Tag",
    "tägliche Besucher",
    "bezoekers per dag",
    "dagelijkse bezoekers",
    "Average time per user",
    "A % of users",
    "new users",
    "Event revenue",
    "minutes",
    "",
  ])("takes %j for none", (unit) => {
    expect(isCounted(unit)).toBe(false);
  });

  it("takes the cases of an event log, and of other imported figures only counts: a mean of days is no number of people", () => {
    expect(Object.values(PEOPLE_MEASURES)).toEqual(["count", "cases"]);
  });
});
