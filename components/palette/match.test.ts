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

test("[A7] finds a sentence with something filled in by what it and its filling are called elsewhere", () => {
  const otherWords = wordsOf("de", {
    de: { show: "Als {view} zeigen", name: { table: "Tabelle" } },
    en: { show: "Show as {view}", name: { table: "Spreadsheet" } },
    nl: { show: "Als {view} tonen", name: { table: "Tabel" } },
  });
  const view = { ...entry("Als Tabelle zeigen") };
  const inAll = (query: string) =>
    matching([{ id: "v", title: "V", entries: [view] }], query, otherWords)
      .length;
  expect(["show", "spreadsheet", "tonen tabel", "curve"].map(inAll)).toEqual([
    1, 1, 1, 0,
  ]);
});

test("[A7] finds a choice by what the thing that is chosen is called elsewhere", () => {
  const otherWords = wordsOf("de", {
    de: { colour: "Farbe", red: "Rot" },
    en: { colour: "Colour", red: "Red" },
    nl: { colour: "Kleur", red: "Rood" },
  });
  const red = entry("Rot", "Farbe");
  const section = { id: "s", title: "S", entries: [red] };
  expect(matching([section], "colour red", otherWords)).toHaveLength(1);
});
