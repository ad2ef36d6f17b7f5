import { cleanup, render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/config";
import deCommon from "@/lib/i18n/messages/de/common.json";
import deEmotion from "@/lib/i18n/messages/de/emotion.json";
import deTouchpoints from "@/lib/i18n/messages/de/touchpoints.json";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import nlCommon from "@/lib/i18n/messages/nl/common.json";
import nlEmotion from "@/lib/i18n/messages/nl/emotion.json";
import nlTouchpoints from "@/lib/i18n/messages/nl/touchpoints.json";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { touchpointRow } from "./testing/touchpoint-row";
import { Feelings } from "./touchpoint-parts";

afterEach(cleanup);

const words = {
  en: { common, emotion, touchpoints },
  nl: { common: nlCommon, emotion: nlEmotion, touchpoints: nlTouchpoints },
  de: { common: deCommon, emotion: deEmotion, touchpoints: deTouchpoints },
};
type Felt = TouchpointListItem["emotions"][number];

const persona = (name: string) => ({ id: name, name, colour: "blue" });
const angry: NonNullable<Felt["evidence"]> = {
  kind: "hard",
  mean: -1.2,
  n: 120,
  pieces: 1,
  answers: 0,
  interval: { low: -1.5, high: -0.9 },
  newest: "2026-10-31",
  isStale: false,
};

function draw(emotions: readonly Felt[], locale: Locale = "en") {
  const touchpoint = touchpointRow({ emotions: [...emotions] });
  const { container } = render(
    <NextIntlClientProvider locale={locale} messages={words[locale]}>
      <Feelings touchpoint={touchpoint} />
    </NextIntlClientProvider>,
  );
  const faces = [...container.querySelectorAll("[data-emotion]")];
  return {
    text: container.textContent,
    levels: faces.map((face) => face.getAttribute("data-emotion")),
    hollow: faces.map((face) => face.querySelector(".fill-surface") !== null),
  };
}

test("[R52] [N03] a list has the face that the curve has: of evidence where it decides, whatever the team says", () => {
  const shown = draw([
    { persona: persona("Mark"), value: 1, evidence: angry },
    { persona: persona("Lena"), value: 2, evidence: null },
    { persona: persona("Ida"), value: null, evidence: { ...angry, mean: 1.6 } },
  ]);
  expect(shown.levels).toEqual(["-1", "2", "2"]);
  expect(shown.hollow).toEqual([false, true, false]);
  expect(shown.text).toContain(
    "Mark: Angry (1.8 of 5, measured, n = 120), between 1.5 and 2.1",
  );
  expect(shown.text).toContain("Lena: Very happy, only assumed");
});

test.each([
  ["en", "Mark: Angry, only assumed", "assumed"],
  ["nl", "Mark: Boos, alleen aangenomen", "aangenomen"],
  ["de", "Mark: Verärgert, nur angenommen", "angenommen"],
] as const)(
  "[R61] in %s what nothing stands behind is drawn hollow and called assumed",
  (locale, told, word) => {
    const own = {
      persona: persona("Mark"),
      value: -1,
      evidence: null,
    } as const;
    const shown = draw([own], locale);
    expect(shown.hollow).toEqual([true]);
    expect(shown.text).toBe(told + word);
  },
);

test("where nobody knows anything no face is shown", () => {
  expect(draw([]).text).toBe("No value yet");
});
