// Longer than most: one lane is drawn and asked by pointer, keys and words, all of it over the same small map.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { PersonaId, StageId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { layoutColumns } from "@/lib/layout/columns";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import { completeJsdom } from "@/test/jsdom-browser";
import type { EvidenceOf, EvidenceReading } from "@/lib/insight/evidence";
import { nothingSummed } from "@/lib/insight/evidence-sums";
import { emotionColumns } from "./emotion-columns";
import { EvidenceContext, EvidenceGroups } from "./evidence";
import { EmotionLane, type EmotionLaneProps } from "./emotion-lane";
import { enterEmotionCell } from "./use-slider-walk";

const mark = { id: "p1" as PersonaId, name: "Mark", colour: "blue" };
const lena = { id: "p2" as PersonaId, name: "Lena", colour: "pink" };
const titles = ["Advert", "Order", "Delivery"];
const id = (index: number) => `t${index}` as TouchpointId;

const stages = [
  {
    id: "s" as StageId,
    collapsed: false,
    touchpoints: titles.map((title, index) => ({ id: id(index), title })),
  },
];
const columns = emotionColumns(
  stages,
  layoutColumns(stages, { touchpoint: 160, placeholder: 120, collapsed: 40 }),
);

function curve(personaId: PersonaId, ...values: (Emotion | null)[]) {
  return {
    personaId,
    points: values.map((value, index) => ({ touchpointId: id(index), value })),
  };
}

/** That there is evidence at all. */
const groups = [{ ...nothingSummed, touchpointId: "t0", personaId: null }];

const lane = (props: Partial<EmotionLaneProps> = {}) => (
  <EmotionLane
    columns={columns}
    width={480}
    personas={[mark]}
    hidden={new Set()}
    curves={[curve(mark.id, 1, null, -2)]}
    onSet={() => undefined}
    {...props}
  />
);

function show(props: Partial<EmotionLaneProps> = {}, evidence?: EvidenceOf) {
  const onSet = vi.fn();
  const shown = lane({ onSet, ...props });
  render(
    <NextIntlClientProvider locale="en" messages={{ common, emotion }}>
      {evidence ? (
        <EvidenceGroups value={groups}>
          <EvidenceContext value={evidence}>{shown}</EvidenceContext>
        </EvidenceGroups>
      ) : (
        shown
      )}
    </NextIntlClientProvider>,
  );
  return onSet;
}

const point = (name: string) => screen.getByRole("slider", { name });

completeJsdom();
beforeAll(preloadParts, 60_000);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** The text that goes with the curve. */
const told = () =>
  document.getElementById(
    screen
      .getByRole("group", { name: "Emotion curve" })
      .getAttribute("aria-describedby") ?? "",
  )?.textContent;

describe("EmotionLane", () => {
  it("[R51] speaks each point as a slider whose value is the name of its level", () => {
    show();
    expect(point("Advert").getAttribute("aria-valuetext")).toBe("Happy");
    expect(point("Delivery").getAttribute("aria-valuetext")).toBe("Very angry");
    expect(point("Delivery").getAttribute("aria-valuenow")).toBe("1");
  });

  it("[R52] shows a touchpoint without a value as an open slot, not as neutral", () => {
    show();
    expect(point("Order").getAttribute("aria-valuetext")).toBe("No value yet");
  });

  it("[R51] sets the five levels with 1 to 5 and clears with Delete", () => {
    const onSet = show();
    ["1", "2", "3", "4", "5", "Delete"].forEach((key) => {
      fireEvent.keyDown(point("Delivery"), { key });
    });
    expect(onSet.mock.calls.map(([, , value]) => value as unknown)).toEqual([
      -1,
      0,
      1,
      2,
      null,
    ]);
    expect(onSet).toHaveBeenCalledWith("t2", "p1", null);
  });

  it("steps with the arrows, from nothing to neutral, and stops at the ends", () => {
    const onSet = show();
    fireEvent.keyDown(point("Advert"), { key: "ArrowUp" });
    fireEvent.keyDown(point("Order"), { key: "ArrowDown" });
    fireEvent.keyDown(point("Delivery"), { key: "ArrowDown" });
    expect(onSet.mock.calls).toEqual([
      ["t0", "p1", 2],
      ["t1", "p1", 0],
    ]);
  });

  it("[A5] tells each level that a held point passes, and that it was let go or went away", () => {
    const onDraft = vi.fn();
    show({ onDraft });
    const held = point("Advert");
    const drag = (clientY: number) =>
      fireEvent.pointerMove(held, { pointerId: 1, clientY });
    fireEvent.pointerDown(held, {
      pointerId: 1,
      button: 0,
      isPrimary: true,
      clientY: 0,
    });
    drag(28);
    drag(29);
    drag(56);
    cleanup();
    expect(onDraft.mock.calls).toEqual([
      [{ touchpointId: "t0", personaId: "p1", value: 0 }],
      [{ touchpointId: "t0", personaId: "p1", value: -1 }],
      [null],
    ]);
  });

  it("[A5] shows where a colleague holds a point, by name, and leaves its value alone", () => {
    const who = { id: "u2", name: "Grace", colour: "green" };
    const draft = { touchpointId: id(0), personaId: mark.id } as const;
    show({ previews: [{ ...draft, value: -2, who }] });
    expect(screen.getByText("Grace")).toBeTruthy();
    expect(point("Advert").getAttribute("aria-valuetext")).toBe("Happy");
  });

  it("leaves shortcuts of the browser and other keys alone", () => {
    const onSet = show();
    fireEvent.keyDown(point("Advert"), { key: "1", ctrlKey: true });
    fireEvent.keyDown(point("Advert"), { key: "x" });
    expect(onSet).not.toHaveBeenCalled();
  });

  it("writes once, on release, however far a point is dragged", () => {
    const onSet = show();
    const delivery = point("Delivery");
    fireEvent.pointerDown(delivery, {
      pointerId: 1,
      button: 0,
      isPrimary: true,
      clientY: 144,
    });
    for (const clientY of [130, 110, 90, 70, 60]) {
      fireEvent.pointerMove(delivery, { pointerId: 1, clientY });
    }
    expect(onSet).not.toHaveBeenCalled();
    expect(delivery.getAttribute("aria-valuetext")).toBe("Happy");
    fireEvent.pointerUp(delivery, { pointerId: 1, clientY: 60 });
    expect(onSet.mock.calls).toEqual([["t2", "p1", 1]]);
  });

  it("[A3] drops a drag on Esc without writing", () => {
    const onSet = show();
    const delivery = point("Delivery");
    fireEvent.pointerDown(delivery, {
      pointerId: 1,
      button: 0,
      isPrimary: true,
      clientY: 144,
    });
    fireEvent.pointerMove(delivery, { pointerId: 1, clientY: 60 });
    expect(delivery.getAttribute("aria-valuetext")).toBe("Happy");
    fireEvent.keyDown(delivery, { key: "Escape" });
    fireEvent.pointerUp(delivery, { pointerId: 1, clientY: 60 });
    expect(onSet).not.toHaveBeenCalled();
    expect(delivery.getAttribute("aria-valuetext")).toBe("Very angry");
  });

  it("[A3] offers the same without dragging: Enter opens the five faces", () => {
    const onSet = show();
    fireEvent.keyDown(point("Order"), { key: "Enter" });
    fireEvent.click(screen.getByRole("button", { name: "Very happy" }));
    expect(onSet.mock.calls).toEqual([["t1", "p1", 2]]);
  });

  it("[A8] is one tab stop for each line; left and right walk along it", () => {
    show({
      personas: [mark, lena],
      curves: [curve(mark.id, 1, 0, 2), curve(lena.id, -1, 0, 1)],
    });
    const stops = screen
      .getAllByRole("slider")
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map((slider) => slider.getAttribute("aria-label"))).toEqual([
      "Advert, Mark",
      "Advert, Lena",
    ]);
    point("Advert, Lena").focus();
    fireEvent.keyDown(point("Advert, Lena"), { key: "ArrowRight" });
    expect(document.activeElement).toBe(point("Order, Lena"));
    expect(point("Advert, Lena").tabIndex).toBe(-1);
    expect(point("Advert, Mark").tabIndex).toBe(0);
  });

  it("[A8] in a grid, Enter goes into a cell, arrows between its personas and Esc back out", () => {
    const cell = () => ({ role: "gridcell", tabIndex: -1 });
    show({
      cell,
      personas: [mark, lena],
      curves: [curve(mark.id, 1, 0, 2), curve(lena.id, -1, 0, 1)],
    });
    const [first] = screen.getAllByRole("gridcell");
    expect(first && enterEmotionCell(first)).toBe(true);
    expect(document.activeElement).toBe(point("Advert, Mark"));
    fireEvent.keyDown(point("Advert, Mark"), { key: "ArrowRight" });
    expect(document.activeElement).toBe(point("Advert, Lena"));
    fireEvent.keyDown(point("Advert, Lena"), { key: "ArrowRight" });
    expect(document.activeElement).toBe(point("Advert, Lena"));
    fireEvent.keyDown(point("Advert, Lena"), { key: "Escape" });
    expect(document.activeElement).toBe(first);
  });

  it("[A8] tells the curve in a sentence and counts what is missing", () => {
    show();
    const text = told();
    expect(text).toContain(
      "drops from happy at Advert to very angry at Delivery",
    );
    expect(text).toContain("Peak at Advert, low at Delivery, end at Delivery.");
    expect(text).toContain("1 touchpoint has no value yet.");
  });

  it("[N01] marks peak, low and end beside their points", () => {
    show({ curves: [curve(mark.id, 1, 2, -2)] });
    expect(screen.getByText("Peak")).toBeTruthy();
    expect(screen.getByText("Low")).toBeTruthy();
    expect(screen.getByText("End")).toBeTruthy();
  });

  it("only shows, without sliders, where nothing may be changed", () => {
    show({ onSet: undefined });
    expect(screen.queryByRole("slider")).toBeNull();
    expect(screen.getByRole("img", { name: "Advert: Happy" })).toBeTruthy();
    expect(
      screen.getByRole("img", { name: "Order: No value yet" }),
    ).toBeTruthy();
  });

  it("leaves out the line of a persona that is switched off", () => {
    show({
      personas: [mark, lena],
      curves: [curve(mark.id, 1, 0, 2), curve(lena.id, -1, 0, 1)],
      hidden: new Set([mark.id]),
    });
    expect(
      screen
        .getAllByRole("slider")
        .map(({ ariaLabel, dataset }) => [ariaLabel, dataset.persona]),
    ).toEqual(titles.map(() => [expect.anything(), "p2"]));
  });

  it("[N01] says so when the end is weaker than the peak, and where it falls deepest", () => {
    show({ curves: [curve(mark.id, 2, 1, 1)] });
    expect(told()).toContain("The end is weaker than the peak");
    cleanup();
    show({ curves: [curve(mark.id, 1, 1, 2)] });
    expect(told()).not.toContain("weaker");
    expect(told()).not.toContain("deepest");
  });

  it("[N03] [R61] is drawn hollow and called assumed as long as nothing stands behind it", () => {
    show();
    expect(point("Advert").querySelector(".fill-surface")).not.toBeNull();
    expect(told()).toContain("All 2 values are only assumed.");
    expect(document.querySelectorAll("[data-band] path")).toHaveLength(0);
  });

  const measured = {
    kind: "hard",
    mean: -1.2,
    n: 120,
    pieces: 2,
    answers: 0,
    interval: { low: -1.5, high: -0.9 },
    newest: "2026-10-31",
    isStale: false,
  } as const;
  const at =
    (id: string, reading: EvidenceReading): EvidenceOf =>
    (touchpointId) =>
      touchpointId === id ? reading : null;
  const full = () => document.querySelectorAll("[data-evidence]");

  it("[N03] is drawn full, with its range, where evidence stands behind it", () => {
    show({}, at("t0", measured));
    expect(full()).toHaveLength(1);
    expect(full()[0]?.querySelector("[data-emotion='-1']")).not.toBeNull();
    expect(document.querySelectorAll("[data-band] path")).toHaveLength(1);
    expect(told()).toContain("1 of 2 values rest on evidence.");
    expect(told()).toContain("drops from angry at Advert");
  });

  it("[N03] [N10] a point that is only assumed on a map with evidence is called so to the ear as well, and on a map without any nothing is said", () => {
    const spoken = (name: string) => {
      const note = point(name).getAttribute("aria-describedby");
      return note && document.getElementById(note)?.textContent;
    };
    show({}, at("t0", measured));
    expect([spoken("Advert"), spoken("Delivery")]).toEqual([
      null,
      "only assumed",
    ]);
    expect(spoken("Order")).toBeNull();
    cleanup();
    show();
    expect(spoken("Delivery")).toBeNull();
  });

  it("[N03] [N10] says in words between which values the truth lies, at the point and in the text of the curve", () => {
    show({ onSet: undefined }, at("t0", measured));
    screen.getByRole("img", { name: /, between 1\.5 and 2\.1\. The team/ });
    expect(told()).toContain(
      "What evidence says there: Advert: Angry (1.8 of 5, measured, n = 120), between 1.5 and 2.1.",
    );
    cleanup();
    const narrow = { low: -1.21, high: -1.19 };
    show({}, at("t0", { ...measured, interval: narrow }));
    expect(told()).toContain("between 1.79 and 1.81");
    cleanup();
    show({}, at("t0", { ...measured, interval: null }));
    expect(told()).not.toContain("between");
  });

  it("[R52] [R61] keeps the team's own reading beside the evidence, hollow and to be changed as before", () => {
    const onSet = show({}, at("t0", measured));
    expect(point("Advert").querySelector(".fill-surface")).not.toBeNull();
    expect(point("Advert").getAttribute("aria-valuenow")).toBe("4");
    expect(point("Advert").getAttribute("aria-valuetext")).toBe(
      "By evidence: Angry (1.8 of 5, measured, n = 120), between 1.5 and 2.1. The team says: Happy",
    );
    fireEvent.keyDown(point("Advert"), { key: "5" });
    expect(onSet).toHaveBeenCalledWith("t0", "p1", 2);
  });

  it("[R52] has a point from evidence alone, where the team has said nothing", () => {
    show({}, at("t1", { ...measured, kind: "soft", n: 3, interval: null }));
    expect(full()).toHaveLength(1);
    expect(point("Order").getAttribute("aria-valuetext")).toBe(
      "By evidence: Angry (1.8 of 5, said, n = 3). The team says: No value yet",
    );
    expect(told()).not.toContain("no value yet");
  });

  it("[N06] says how many answered a pulse, alone or beside other evidence", () => {
    const pulse = { ...measured, kind: "soft", n: 7, answers: 7 } as const;
    show({}, at("t0", pulse));
    const told0 = () => point("Advert").getAttribute("aria-valuetext");
    expect(told0()).toContain("Angry (1.8 of 5, pulse, 7 answers), between");
    cleanup();
    show({}, at("t0", { ...pulse, n: 12 }));
    expect(told0()).toContain("said, n = 12, 7 of them by a pulse), between");
  });

  it("[N05] says that evidence is old", () => {
    show({}, at("t0", { ...measured, isStale: true }));
    expect(full()[0]?.getAttribute("data-evidence")).toBe("old");
    expect(point("Advert").getAttribute("aria-valuetext")).toContain(
      "n = 120), between 1.5 and 2.1, old.",
    );
  });

  it("[R50] has dots instead of faces for whoever likes them, and remembers it", () => {
    localStorage.setItem("waymark:curve-look", "dots");
    show();
    expect(point("Advert").querySelector("[data-look=dot]")).not.toBeNull();
    expect(point("Advert").getAttribute("aria-valuetext")).toBe("Happy");
  });
});
