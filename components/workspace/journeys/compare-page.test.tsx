import {
  cleanup,
  fireEvent,
  render,
  screen,
  within,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import compare from "@/lib/i18n/messages/en/compare.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import journeys from "@/lib/i18n/messages/en/journeys.json";
import map from "@/lib/i18n/messages/en/map.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import type { CurvePoint } from "@/lib/insight/compare";
import type { EvidenceReading } from "@/lib/insight/evidence";
import { completeJsdom } from "@/test/jsdom-browser";
import { ComparePage } from "./compare-page";
import type { CompareSide } from "./compare-href";

const { push } = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

completeJsdom();
beforeEach(() => push.mockReset());
afterEach(cleanup);

const proven = (mean: number, half: number): EvidenceReading => ({
  kind: "hard",
  mean,
  n: 40,
  answers: 0,
  pieces: 1,
  interval: { low: mean - half, high: mean + half },
  newest: "2026-10-31",
  isStale: false,
});

const point = (title: string, more: Partial<CurvePoint>): CurvePoint => ({
  id: title,
  title,
  own: null,
  evidence: null,
  ...more,
});

const side = (journeyId: string, points: CurvePoint[]): CompareSide => ({
  journeyId,
  title: journeyId,
  personaId: "p1",
  personas: [
    { id: "p1", name: "Mark" },
    { id: "p2", name: "Lisa" },
  ],
  points,
});

function show(first: CompareSide | null, second: CompareSide | null) {
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, compare, emotion, journeys, map, touchpoints }}
    >
      <ComparePage
        slug="shoes"
        journeys={[
          { id: "now", title: "Now", state: "current" },
          { id: "then", title: "Then", state: "future" },
        ]}
        {...{ first, second }}
      />
    </NextIntlClientProvider>,
  );
}

const rowOf = (title: string) =>
  within(screen.getByRole("row", { name: new RegExp(`^${title}`) }));

test("[R54] [R52] says of every touchpoint how two curves differ, what that rests on and whether it is clear", () => {
  show(
    side("now", [
      point("Search", { own: 0, evidence: proven(-1, 0.2) }),
      point("Chat", { evidence: proven(0, 1) }),
      point("Pay", { own: -2 }),
      point("Till", { own: 1 }),
    ]),
    side("then", [
      point("Search", { evidence: proven(1, 0.2) }),
      point("Chat", { evidence: proven(0.5, 1) }),
      point("Pay", { own: 1 }),
    ]),
  );
  rowOf("Search").getByText("Clearly higher: by 2 levels");
  rowOf("Search").getByText(
    "Angry (2 of 5, measured, n = 40), between 1.8 and 2.2",
  );
  rowOf("Chat").getByText("Not clearly different (higher by 0.5 levels)");
  rowOf("Pay").getByText("Higher by 3 levels, not proven");
  rowOf("Pay").getByText("Very angry, only assumed");
  rowOf("Till").getByText("Only on one of the maps");
  screen.getByText(/clearly higher at 1 and clearly lower at 0/);
});

test("[R54] the other persona or journey is a choice away, and its address can be shared", async () => {
  show(side("now", []), null);
  screen.getByText("Choose two curves");
  const first = screen.getByRole("group", { name: "First curve" });
  fireEvent.click(within(first).getByRole("button", { name: /Persona/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Lisa" }));
  expect(push).toHaveBeenCalledWith(
    "/w/shoes/journeys?view=compare&first=now&firstPersona=p2",
  );
});
