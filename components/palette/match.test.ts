import { expect, test } from "vitest";
import type { PaletteSection } from "./entry";
import { matching } from "./match";
import { wordsOf } from "./other-words";

const entry = (label: string, place?: string) => ({
  id: label,
  label,
  icon: null,
  place,
  run: () => {},
});
const sections: PaletteSection[] = [
  { id: "a", title: "A", entries: [entry("Löschen"), entry("Rückgängig")] },
  { id: "b", title: "B", entries: [entry("Bezahlen", "Online-Shop")] },
];
const none = () => "";
const labels = (query: string, words = none) =>
  matching(sections, query, words).flatMap(({ entries }) =>
    entries.map(({ label }) => label),
  );

test("[A7] finds by parts of words in any order, with or without their accents", () => {
  expect(labels("los")).toEqual(["Löschen"]);
  expect(labels("RÜCK")).toEqual(["Rückgängig"]);
  expect(labels("shop beza")).toEqual(["Bezahlen"]);
  expect(labels("shop los")).toEqual([]);
  expect(labels("")).toHaveLength(3);
});

test("[A7] finds an entry by what it is called in the other languages", () => {
  const otherWords = wordsOf("de", {
    de: { menu: { delete: "Löschen", undo: "Rückgängig" } },
    en: { menu: { delete: "Delete", undo: "Undo" } },
    nl: { menu: { delete: "Verwijderen", undo: "Ongedaan maken" } },
  });
  const inAll = (query: string) =>
    matching(sections, query, otherWords).flatMap(({ entries }) =>
      entries.map(({ label }) => label),
    );
  expect(inAll("delete")).toEqual(["Löschen"]);
  expect(inAll("ongedaan")).toEqual(["Rückgängig"]);
});
