import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FlowTable } from "@/components/imports/flow-table";
import { EditorUiContext, type EditorUi } from "@/components/map/editor-ui";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import type { JourneyFlow, LogFlow } from "@/lib/api/journey-flow";
import type { Locale } from "@/lib/i18n/config";
import { formats } from "@/lib/i18n/formats";
import de from "@/lib/i18n/messages/de/evidence.json";
import deGuide from "@/lib/i18n/messages/de/guide.json";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import guide from "@/lib/i18n/messages/en/guide.json";
import nl from "@/lib/i18n/messages/nl/evidence.json";
import nlGuide from "@/lib/i18n/messages/nl/guide.json";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { FlowFacts } from "./flow-facts";
import { FlowReading } from "./flow-reading";

const words = {
  en: { evidence, guide },
  nl: { evidence: nl, guide: nlGuide },
  de: { evidence: de, guide: deGuide },
};
const HOUR_MS = 3_600_000;

/** Four cases: all come by, one ends there, three go on to the next touchpoint. */
const logOf = (here: string, next: string): LogFlow => ({
  cases: 4,
  outside: 1,
  period: null,
  touchpoints: [
    {
      touchpointId: here,
      reach: { n: 4, share: 1 },
      visits: 5,
      wait: { n: 3, median: 36 * HOUR_MS, long: 96 * HOUR_MS },
      ends: { n: 4, share: 0.25 },
      next: { touchpointId: next, share: { n: 4, share: 0.75 } },
    },
  ],
});

beforeEach(useBareWindow);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function draw(locale: Locale, logIn = logOf) {
  const room = new TestRoom();
  const { touchpointId } = room.begin();
  const { id: stageId } = room.source.get().stages[0]!;
  const next = must(addTouchpoint(room.ctx, { stageId, title: "" }));
  const log = logIn(touchpointId, next.touchpointId);
  const flow: JourneyFlow = {
    flow: {
      ...log,
      importId: "0198c000-0000-7000-8000-00000000eeee",
      source: "cases.csv",
      at: "2026-10-31T10:00:00.000Z",
    },
  };
  vi.stubGlobal("fetch", async () => Response.json(flow));
  render(
    <TestScene
      room={room.room()}
      locale={locale}
      messages={{ common, emotion, ...words[locale] }}
    >
      <EditorUiContext value={{} as EditorUi}>
        <FlowFacts touchpointId={touchpointId} />
        <FlowReading />
      </EditorUiContext>
    </TestScene>,
  );
}

describe("[N15] [R57] what an event log tells stands on the screen with its n and its range", () => {
  test("at the touchpoint and in the evaluation, where cases end and wait", async () => {
    draw("en");
    const facts = await screen.findByRole("region", {
      name: "What the event log tells",
    });
    for (const text of [
      "Cases that come by100% between 51% and 100%, n = 4",
      "Visits5",
      "Median wait36 hours n = 3",
      "Nine of ten wait at most4 days n = 3",
      "Cases that end here25% between 4.6% and 69.9%, n = 4",
      "Untitled touchpoint: 75% between 30.1% and 95.4%, n = 4",
      "From “cases.csv”, 4 cases. Behaviour, not feeling",
    ])
      expect(facts.textContent).toContain(text);
    const ends = await screen.findByText("Where most cases end");
    expect(ends.parentElement?.textContent).toContain(
      "Checkout25% (between 4.6% and 69.9%, n = 4)",
    );
    const waits = screen.getByText("Where they wait longest").parentElement;
    expect(waits?.textContent).toContain(
      "median 36 hours, nine of ten at most 4 days (n = 3)",
    );
    screen.getByText("4 cases come by a touchpoint of the map, 1 does not.");
  });

  test("the places where cases end stand by how many end there, not by their share of a few", async () => {
    draw("en", (here, next) => {
      const { touchpoints, ...log } = logOf(here, next);
      const [at] = touchpoints as [LogFlow["touchpoints"][number]];
      const many = { ...at, ends: { n: 5, share: 0.6 } };
      const last = { ...at, touchpointId: next, ends: { n: 2, share: 1 } };
      return { ...log, touchpoints: [last, many] };
    });
    const ends = await screen.findByText("Where most cases end");
    expect(ends.parentElement?.textContent).toMatch(/60%.*100%/);
  });

  test.each([
    ["nl", "25% (tussen 4,6% en 69,9%, n = 4)"],
    ["de", "25\u00a0% (zwischen 4,6\u00a0% und 69,9\u00a0%, n = 4)"],
  ] as const)("and in %s as that language writes it", async (locale, share) => {
    draw(locale);
    const told = await screen.findAllByText(
      (_, element) =>
        element?.children.length === 0 && element.textContent === share,
    );
    expect(told).toHaveLength(1);
  });

  test("in the table of an import before anything is written", () => {
    render(
      <NextIntlClientProvider
        {...{ locale: "en", formats }}
        messages={{ common, evidence }}
      >
        <FlowTable
          log={logOf("a", "b")}
          touchpoints={[
            { id: "a", title: "Checkout" },
            { id: "b", title: "Delivery" },
          ]}
        />
      </NextIntlClientProvider>,
    );
    const row = screen.getByRole("row", { name: /^Checkout/ });
    for (const text of [
      "100% between 51% and 100%, n = 4",
      "36 hours n = 3",
      "25% between 4.6% and 69.9%, n = 4",
      "Delivery: 75% between 30.1% and 95.4%, n = 4",
    ])
      expect(row.textContent).toContain(text);
  });
});
