import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PlanFigure } from "@/components/imports/plan-figure";
import { reading } from "@/components/imports/testing/reading";
import type { PersonaChoice } from "@/components/map/editor-props";
import { EditorUiContext, type EditorUi } from "@/components/map/editor-ui";
import { CurveDescription } from "@/components/map/emotion/curve-description";
import { EvidenceContext } from "@/components/map/emotion/evidence";
import type { EmotionPersona } from "@/components/map/emotion/lines";
import { FunnelSourceContext } from "@/components/map/failure/funnel";
import { FunnelReading } from "@/components/map/failure/funnel-reading";
import { PeakEndReading } from "@/components/map/guide/peak-end-reading";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import type { EvidenceItem } from "@/lib/api/evidence";
import type { ImportPlanGroup } from "@/lib/api/imports";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import { formats } from "@/lib/i18n/formats";
import deCommon from "@/lib/i18n/messages/de/common.json";
import de from "@/lib/i18n/messages/de/evidence.json";
import deEmotion from "@/lib/i18n/messages/de/emotion.json";
import deFailure from "@/lib/i18n/messages/de/failure.json";
import deGuide from "@/lib/i18n/messages/de/guide.json";
import deImports from "@/lib/i18n/messages/de/imports.json";
import enCommon from "@/lib/i18n/messages/en/common.json";
import en from "@/lib/i18n/messages/en/evidence.json";
import enEmotion from "@/lib/i18n/messages/en/emotion.json";
import enFailure from "@/lib/i18n/messages/en/failure.json";
import enGuide from "@/lib/i18n/messages/en/guide.json";
import enImports from "@/lib/i18n/messages/en/imports.json";
import nlCommon from "@/lib/i18n/messages/nl/common.json";
import nl from "@/lib/i18n/messages/nl/evidence.json";
import nlEmotion from "@/lib/i18n/messages/nl/emotion.json";
import nlFailure from "@/lib/i18n/messages/nl/failure.json";
import nlGuide from "@/lib/i18n/messages/nl/guide.json";
import nlImports from "@/lib/i18n/messages/nl/imports.json";
import type { Emotion } from "@/lib/journey/vocabulary";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { levels, rescale } from "@/lib/metrics/scale";
import { knownFigures } from "@/test/known-figures";
import { EvidenceRow } from "./evidence-row";

const words: Record<Locale, Record<string, unknown>> = {
  en: {
    common: enCommon,
    evidence: en,
    emotion: enEmotion,
    failure: enFailure,
    guide: enGuide,
    imports: enImports,
  },
  nl: {
    common: nlCommon,
    evidence: nl,
    emotion: nlEmotion,
    failure: nlFailure,
    guide: nlGuide,
    imports: nlImports,
  },
  de: {
    common: deCommon,
    evidence: de,
    emotion: deEmotion,
    failure: deFailure,
    guide: deGuide,
    imports: deImports,
  },
};

const { shop, tickets, days } = knownFigures;
const tens = { low: 0, high: 10, isHighBad: false, isShare: false };
const five = { ...tens, low: 1, high: 5 };
const nothing = {
  metric: null,
  best: null,
  worst: null,
  goodFrom: null,
  asked: null,
  isClosed: null,
  rows: null,
  isWeighted: null,
};

beforeEach(() => {
  useBareWindow();
  // What was asked about a whole persona is nothing here.
  vi.stubGlobal("fetch", async () =>
    Response.json({ groups: [], personas: [], funnel: null }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What a reader of a language is shown, with plain spaces. */
function textOf(locale: Locale, children: ReactNode): string {
  const { container } = render(
    <NextIntlClientProvider
      {...{ locale, formats }}
      messages={words[locale]}
      timeZone="UTC"
      now={new Date("2026-11-29T12:00:00Z")}
    >
      {children}
    </NextIntlClientProvider>,
  );
  return spaced(container);
}

const spaced = ({ textContent }: Element) =>
  (textContent ?? "").replaceAll(/\s/gu, " ");

const expectAll = (text: string, parts: readonly string[]) => {
  for (const part of parts) expect(text).toContain(part);
};

const group: ImportPlanGroup = reading.plan.groups[0]!;
const ofShop: ImportPlanGroup = {
  ...group,
  measure: "mean",
  value: shop.nps.mean,
  scale: tens,
  n: shop.nps.n,
  counted: {
    ...nothing,
    metric: "nps",
    best: shop.nps.promoters,
    worst: shop.nps.detractors,
  },
};
const ofTickets: ImportPlanGroup = {
  ...group,
  measure: "mean",
  value: tickets.mean,
  scale: five,
  n: tickets.n,
  counted: {
    ...nothing,
    metric: "csat",
    best: tickets.best,
    asked: tickets.rows,
  },
};
const item: EvidenceItem = {
  id: "0198c000-0000-7000-8000-00000000e001",
  journeyId: null,
  touchpointId: null,
  kind: "hard",
  origin: "survey",
  value: shop.satisfaction.mean,
  unit: "",
  measure: "mean",
  counted: null,
  scale: tens,
  sd: shop.satisfaction.sd,
  n: shop.satisfaction.n,
  quote: "",
  source: "",
  heldOn: "2026-10-31",
  heldFrom: null,
  url: null,
  fileId: null,
  note: "",
  persona: null,
  pulse: null,
  file: null,
  by: null,
  changeable: false,
  version: 1,
  createdAt: "2026-10-31T10:00:00.000Z",
  updatedAt: "2026-10-31T10:00:00.000Z",
  deletedAt: null,
};

/** As a language writes decimals and per cent. */
const written: Record<Locale, (text: string) => string> = {
  en: (text) => text,
  nl: (text) => text.replaceAll(/(\d)\.(\d)/g, "$1,$2"),
  de: (text) =>
    text.replaceAll(/(\d)\.(\d)/g, "$1,$2").replaceAll(/(\d)%/g, "$1 %"),
};

describe.each(LOCALES)(
  "[R59] figures that others computed, in %s",
  (locale) => {
    const as = written[locale];
    const to = { en: "to", nl: "tot", de: "bis" }[locale];
    const between = {
      en: (low: string, high: string) => `between ${low} and ${high}`,
      nl: (low: string, high: string) => `tussen ${low} en ${high}`,
      de: (low: string, high: string) => `zwischen ${low} und ${high}`,
    }[locale];

    test("stand in the plan of an import, with the limits of their score", () => {
      const nps = textOf(
        locale,
        <PlanFigure group={ofShop} reading={reading} />,
      );
      expectAll(nps, [as("8.61"), as(`NPS +51.7 (+39.5 ${to} +61.8)`)]);
      const mapping = {
        ...reading.settings.mapping,
        shape: "tickets" as const,
      };
      const rated = {
        ...reading,
        settings: { ...reading.settings, mapping },
      };
      const csat = textOf(
        locale,
        <PlanFigure group={ofTickets} reading={rated} />,
      );
      expectAll(csat, [
        as("2.86"),
        as(`op-2-`),
        as(`35.7% (16.3% ${to} 61.2%)`),
        as("(35%)"),
        "14",
        "40",
      ]);
    });

    test("stand in the list of a touchpoint, with n, limits and spread", () => {
      const row = (of: EvidenceItem) =>
        textOf(
          locale,
          <EvidenceRow
            slug="a"
            item={of}
            onEdit={() => undefined}
            onDelete={() => undefined}
          />,
        );
      expectAll(row(item), [
        as("8.26"),
        between(as("7.94"), as("8.58")),
        "n = 150",
        as("SD 1.97"),
      ]);
      const { mean: value, sd, n } = tickets;
      const { counted } = ofTickets;
      const origin = "tickets";
      expectAll(row({ ...item, origin, value, sd, n, scale: five, counted }), [
        as("2.86"),
        between(as("1.93"), as("3.79")),
        "n = 14",
        as("SD 1.61"),
        as(`35.7% (16.3% ${to} 61.2%)`),
      ]);
    });

    test("lie on the curve where they belong, and its words say so", () => {
      const room = new TestRoom();
      const { touchpointId, personaId } = room.begin();
      const middle = (levels.low + levels.high) / 2;
      const felt = (value: number) => rescale(value, tens) - middle;
      const { mean, n, interval } = shop.satisfaction;
      const [low, high] = interval;
      const persona = { id: personaId, name: "Anna" } as EmotionPersona;
      const text = textOf(
        locale,
        <EvidenceContext
          value={() => ({
            kind: "hard",
            mean: felt(mean),
            n,
            pieces: 1,
            answers: 0,
            interval: { low: felt(low), high: felt(high) },
            newest: "2026-10-31",
            isStale: false,
          })}
        >
          <CurveDescription
            columns={[{ touchpointId, title: "Checkout" }]}
            personas={[persona]}
            hidden={new Set()}
            curves={[{ personaId, points: [{ touchpointId, value: null }] }]}
          />
        </EvidenceContext>,
      );
      const of = { en: "4.3 of 5", nl: "4,3 van 5", de: "4,3 von 5" }[locale];
      expectAll(text, [of, "n = 150", between(as("4.2"), as("4.4"))]);
    });

    test.each(days)("are what peak and end come to: $name", (day) => {
      const room = new TestRoom();
      const { personaId } = room.begin();
      const ids = day.scores.map((_, at) => room.newId() + at);
      const curve = {
        personaId,
        points: day.scores.map((score, at) => ({
          touchpointId: ids[at] as never,
          value: (score - 3) as Emotion,
        })),
      };
      const names = new Map(ids.map((id, at) => [id, `Step ${at}`]));
      const { container } = render(
        <TestScene
          room={room.room()}
          rows={{
            personas: [{ id: personaId, name: "Anna" } as PersonaChoice],
          }}
          locale={locale}
          messages={words[locale]}
        >
          <PeakEndReading curves={[curve]} names={names} />
        </TestScene>,
      );
      const shown = [...container.querySelectorAll("dd")].map(spaced);
      const one = (value: number) => as(value.toFixed(1));
      const { remembered, mean, highest, lowest, end, halves } = day;
      expect(shown).toEqual([remembered, mean, highest, lowest, end].map(one));
      const [high, low] = halves.map(one);
      const told = {
        en: `With the highest point it would be ${high}, with the lowest ${low}.`,
        nl: `Met het hoogste punt zou het ${high} zijn, met het laagste ${low}.`,
        de: `Mit dem höchsten Punkt wäre es ${high}, mit dem tiefsten ${low}.`,
      }[locale];
      expect(spaced(container)).toContain(told);
    });

    test("[N07] and a funnel says what is lost at each step, with its limits and on how many", () => {
      const room = new TestRoom();
      const { touchpointId } = room.begin();
      const { id: stageId } = room.source.get().stages[0]!;
      const ids = [
        touchpointId,
        ...["Address", "Payment"].map(
          (title) =>
            must(addTouchpoint(room.ctx, { stageId, title })).touchpointId,
        ),
      ];
      const counts = {
        unit: "users",
        source: "GA4",
        heldFrom: null,
        heldOn: "2026-10-31",
        counts: [1000, 400, 300].map((count, at) => ({
          touchpointId: ids[at]!,
          count,
        })),
      };
      render(
        <TestScene room={room.room()} locale={locale} messages={words[locale]}>
          <EditorUiContext value={{} as EditorUi}>
            <FunnelSourceContext value={{ counts, whole: null }}>
              <FunnelReading names={new Map(ids.map((id) => [id, id]))} />
            </FunnelSourceContext>
          </EditorUiContext>
        </TestScene>,
      );
      const steps = screen.getAllByRole("listitem").map(spaced);
      const thousand = locale === "en" ? "1,000" : "1.000";
      expectAll(steps[0]!, [
        as("60%"),
        between(as("56.9%"), as("63%")),
        `n = ${thousand} users`,
      ]);
      expectAll(steps[1]!, [
        as("25%"),
        between(as("21%"), as("29.5%")),
        "n = 400 users",
      ]);
      // Of all who began.
      expect(spaced(document.body)).toContain(
        between(as("27.2%"), as("32.9%")),
      );
    });
  },
);
