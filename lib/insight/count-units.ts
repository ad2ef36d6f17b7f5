/**
 * In which units people are counted who come to a touchpoint: as our imports write them and as teams type them. A
 * figure with another unit, such as euros or minutes, is no count of people, and none of them is turned into another.
 */
export const COUNT_UNITS: readonly string[] = [
  ...[
    "users",
    "visitors",
    "visits",
    "sessions",
    "cases",
    "customers",
    "people",
  ],
  ...["gebruikers", "bezoekers", "bezoeken", "sessies", "gevallen", "klanten"],
  ...["mensen", "personen"],
  ...["nutzer", "besucher", "besuche", "sitzungen", "fälle", "kunden"],
];
