import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigure } from "./read-figure";

const read = (text: string, locale = "de") => {
  const figure = readFigure(text, locale);
  return figure && [figure.value, figure.unit, figure.rest];
};

describe("figures as people type them", () => {
  it.each([
    ["46,1 %", 46.1, "%", ""],
    ["46,1%", 46.1, "%", ""],
    ["46.1 %", 46.1, "%", ""],
    ["1.234,5 €", 1234.5, "€", ""],
    ["€ 1.250", 1250, "€", ""],
    ["CHF 12.50", 12.5, "CHF", ""],
    ["1'250 CHF", 1250, "CHF", ""],
    ["−4 NPS", -4, "NPS", ""],
    ["+3 Punkte", 3, "Punkte", ""],
    ["5min", 5, "min", ""],
    ["4,2 / 5", 4.2, "/5", ""],
    ["37,4 % melden sich nicht an", 37.4, "%", "melden sich nicht an"],
    ["3 Tage bis zur Antwort", 3, "Tage", "bis zur Antwort"],
    ["12", 12, "", ""],
  ])("[R57] reads %j in German", (typed, value, unit, rest) => {
    expect(read(typed)).toEqual([value, unit, rest]);
  });

  it("[R57] takes a dot in English for what a comma is in German", () => {
    expect(read("1,234.5 days", "en")).toEqual([1234.5, "days", ""]);
    expect(read("46.1 %", "en")).toEqual([46.1, "%", ""]);
    expect(read("1,5 uur", "en")).toEqual([1.5, "uur", ""]);
  });

  it.each(["", "viele", "% 5", "1.2.3", "1,2,3.4", "–"])(
    "finds no figure in %j",
    (typed) => {
      expect(read(typed)).toBeNull();
    },
  );

  it("[R57] reads back what each language writes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("de", "nl", "en"),
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        (locale, thousandths) => {
          const value = thousandths / 1_000;
          const options = {
            maximumFractionDigits: 3,
            minimumFractionDigits: 1,
          };
          const written = new Intl.NumberFormat(locale, options).format(value);
          expect(read(`${written} %`, locale)?.[0]).toBeCloseTo(value, 6);
        },
      ),
    );
  });
});
