import { expect, test } from "vitest";
import { negotiateLocale } from "./config";

test.each([
  ["de-DE,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR,fr;q=0.9,nl;q=0.4,en;q=0.3", "nl"],
  ["en;q=0.2,de;q=0.9", "de"],
  ["NL", "nl"],
  ["nl;q=0,de", "de"],
  ["fr", "en"],
  ["", "en"],
  [null, "en"],
  [";;;,q=,", "en"],
  ["de;q=banana, nl;q=0.1", "nl"],
])("[A9] the browser's wish %j is answered in %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
