import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { useLossWords } from "@/components/map/failure/use-loss-words";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/config";
import de from "@/lib/i18n/messages/de/evidence.json";
import deFailure from "@/lib/i18n/messages/de/failure.json";
import en from "@/lib/i18n/messages/en/evidence.json";
import enFailure from "@/lib/i18n/messages/en/failure.json";
import nl from "@/lib/i18n/messages/nl/evidence.json";
import nlFailure from "@/lib/i18n/messages/nl/failure.json";
import { useCountedWords } from "./use-counted-words";
import { useFigureText } from "./use-evidence-text";

const words = {
  en: { evidence: en, failure: enFailure },
  nl: { evidence: nl, failure: nlFailure },
  de: { evidence: de, failure: deFailure },
};

function inLanguage<T>(locale: Locale, use: () => T): T {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <NextIntlClientProvider
      {...{ locale, formats }}
      messages={words[locale]}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  );
  return renderHook(use, { wrapper }).result.current;
}

const tens = { low: 0, high: 10, isHighBad: false, isShare: false };

test.each([
  ["en", "8.61", "8.26", "35.71", "3,012"],
  ["nl", "8,61", "8,26", "35,71", "3.012"],
  ["de", "8,61", "8,26", "35,71", "3.012"],
] as const)(
  "[N03] [R57] figures of four decimals are rounded once, on the screen, as %s writes them",
  (locale, promoters, satisfied, share, users) => {
    const figure = inLanguage(locale, useFigureText);
    const text = (value: number, rest: object) =>
      figure({ value, unit: "", scale: null, ...rest });
    expect(text(8.6122, { scale: tens })).toContain(promoters);
    expect(text(8.26, { scale: tens })).toContain(satisfied);
    expect(text(35.7143, { unit: "%" })).toContain(share);
    expect(text(3012, { unit: "users" })).toContain(users);
  },
);

test.each([
  ["en", ["60%", "56.9%", "63%", "1,000"]],
  ["nl", ["60%", "56,9%", "63%", "1.000"]],
  ["de", ["60\u00a0%", "56,9\u00a0%", "63\u00a0%", "1.000"]],
] as const)(
  "[N07] what is lost says on how many it rests and how sure it is, as %s writes it",
  (locale, shown) => {
    const said = inLanguage(locale, useLossWords);
    const interval = { low: 0.5693, high: 0.6299 };
    const loss = { share: 0.6, basis: "counted", n: 1000, interval } as const;
    for (const part of shown) expect(said(loss, "users")).toContain(part);
  },
);

const plain = {
  metric: null,
  best: null,
  worst: null,
  goodFrom: null,
} as const;
const none = {
  ...plain,
  asked: null,
  isClosed: null,
  rows: null,
  isWeighted: null,
};

test.each([
  [
    "en",
    [
      "NPS +21 (+7.2 to +33.6)",
      "CSAT top-2-box 80%",
      "49%",
      "7.5 or higher: 80%",
    ],
  ],
  [
    "nl",
    [
      "NPS +21 (+7,2 tot +33,6)",
      "CSAT top-2-box 80%",
      "94,3%",
      "7,5 of hoger: 80%",
    ],
  ],
  [
    "de",
    [
      "NPS +21 (+7,2 bis +33,6)",
      "Top-2-Box 80\u00a0%",
      "7,5 oder höher: 80\u00a0%",
    ],
  ],
] as const)(
  "[R59] a score of counted answers is told by its name with its limits, as %s writes them",
  (locale, shown) => {
    const words = inLanguage(locale, useCountedWords);
    const isTickets = false;
    const nps = { ...none, metric: "nps", best: 36, worst: 15 } as const;
    const csat = { ...none, metric: "csat", best: 8 } as const;
    const mark = { ...csat, metric: "mark", goodFrom: 7.5 } as const;
    const said = [
      ...words.counted({ counted: nps, n: 100, isTickets }),
      ...words.counted({ counted: csat, n: 10, isTickets }),
      ...words.counted({ counted: mark, n: 10, isTickets }),
    ].join("\n");
    for (const part of shown) expect(said).toContain(part);
  },
);

test.each([
  ["en", "No clear change of the NPS against May 1, 2026 to May 28, 2026: +4"],
  ["nl", "Geen duidelijke verandering van de NPS ten opzichte van 1 mei 2026"],
  ["de", "Keine klare Veränderung des NPS gegenüber 1. Mai 2026"],
] as const)(
  "[R59] two scores that may be the same are called no clear change, in %s",
  (locale, text) => {
    const { change } = inLanguage(locale, useCountedWords);
    const before = { from: "2026-05-01", to: "2026-05-28" };
    const interval = { low: -15.1, high: 23.1 };
    const of = { points: 4, interval, before };
    expect(change({ ...of, isClear: false })).toContain(text);
    expect(change({ ...of, isClear: true })).not.toContain(text);
  },
);

test.each([
  ["en", "14 of 40 were rated (35%)", "14 of 40 answered", "Closed funnel"],
  ["nl", "14 van de 40 zijn beoordeeld", "gaven antwoord", "Gesloten trechter"],
  ["de", "14 von 40 wurden bewertet", "haben geantwortet", "Geschlossener"],
] as const)(
  "[R60] [R58] how many answered of those who were asked, and what kind a funnel was, are told in %s",
  (locale, rated, answered, closed) => {
    const { counted } = inLanguage(locale, useCountedWords);
    const of = { counted: { ...none, asked: 40 }, n: 14 };
    expect(counted({ ...of, isTickets: true }).join()).toContain(rated);
    expect(counted({ ...of, isTickets: false }).join()).toContain(answered);
    const funnel = { counted: { ...none, isClosed: true }, n: null };
    expect(counted({ ...funnel, isTickets: false }).join()).toContain(closed);
    expect(counted({ counted: null, n: 3, isTickets: true })).toEqual([]);
  },
);

test.each([
  ["en", "Mean of 12 rows", "Each counts alike", "weighted by how many"],
  ["nl", "Gemiddelde van 12 rijen", "telt even zwaar", "gewogen naar hoeveel"],
  ["de", "Mittel aus 12 Zeilen", "Jede zählt gleich", "gewichtet danach"],
] as const)(
  "[R57] a rate of several rows says that it is a mean, and of what weight they were, in %s",
  (locale, mean, alike, weighted) => {
    const { counted } = inLanguage(locale, useCountedWords);
    const of = (isWeighted: boolean) =>
      counted({
        counted: { ...none, rows: 12, isWeighted },
        n: null,
        isTickets: false,
      }).join();
    for (const part of [mean, alike]) expect(of(false)).toContain(part);
    for (const part of [mean, weighted]) expect(of(true)).toContain(part);
    expect(of(true)).not.toContain(alike);
  },
);
