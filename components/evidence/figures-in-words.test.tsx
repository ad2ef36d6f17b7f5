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
