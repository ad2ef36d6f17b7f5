import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PersonaChoice } from "@/components/map/editor-props";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import guide from "@/lib/i18n/messages/en/guide.json";
import { setEmotion } from "@/lib/journey/emotions";
import { noEvidence, type EvidenceOf } from "@/lib/insight/evidence";
import { nothingSummed } from "@/lib/insight/evidence-sums";
import type { FunnelCounts } from "@/lib/insight/funnel";
import type { TouchpointId } from "@/lib/journey/ids";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint, setTouchpoint } from "@/lib/journey/touchpoints";
import { EditorUiContext, type EditorUi } from "../editor-ui";
import { EvidenceContext } from "../emotion/evidence";
import { FunnelSourceContext } from "../failure/funnel";
import { InsightTab } from "./insight-tab";

beforeEach(() => {
  useBareWindow();
  // A server that knows nothing beside the map.
  vi.stubGlobal("fetch", async () =>
    Response.json({ groups: [], personas: [], funnel: null }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const openRecord = vi.fn();
let mark = "";

type Ids = ReturnType<TestRoom["begin"]>;

function draw(
  fill?: (room: TestRoom, ids: Ids) => void,
  counts: (ids: Ids) => FunnelCounts | null = () => null,
  evidence: EvidenceOf = noEvidence,
) {
  const room = new TestRoom();
  const ids = fill ? room.begin() : null;
  if (fill && ids) fill(room, ids);
  const personas = ids
    ? [{ id: ids.personaId, name: "Mark" } as PersonaChoice]
    : [];
  render(
    <TestScene
      room={room.room()}
      rows={{ personas }}
      messages={{ common, emotion, guide }}
    >
      <EditorUiContext value={{ openRecord } as unknown as EditorUi}>
        <FunnelSourceContext
          value={{ counts: ids && counts(ids), whole: null }}
        >
          <EvidenceContext value={evidence}>
            <InsightTab />
          </EvidenceContext>
        </FunnelSourceContext>
      </EditorUiContext>
    </TestScene>,
  );
  return ids;
}

test("[R17] [R56] a low touchpoint is named with its reasons and leads to itself", () => {
  const ids = draw((room, { touchpointId, personaId }) => {
    setEmotion(room.ctx, { touchpointId, personaId, value: -2 });
    setTouchpoint(room.ctx, {
      touchpointId,
      patch: { dropOff: { share: 0.461, reasons: [] } },
    });
  });
  const weakest = screen.getByText("Weakest touchpoints").parentElement;
  expect(weakest?.textContent).toContain(
    "Mark is very angry here, only assumed.",
  );
  expect(weakest?.textContent).toContain("46.1% leave here, as the team says.");
  expect(weakest?.textContent).toContain("Nobody is responsible.");
  fireEvent.click(screen.getAllByRole("button", { name: "Checkout" })[0]!);
  expect(openRecord).toHaveBeenCalledWith({
    kind: "touchpoint",
    id: ids?.touchpointId,
  });
});

test("[R57] [N15] a loss that was counted is a reason and contradicts a curve that says they are content", () => {
  let next: string | null = null;
  draw(
    (room, { touchpointId, personaId }) => {
      const { id: stageId } = room.source.get().stages[0]!;
      const after = must(addTouchpoint(room.ctx, { stageId, title: "Thanks" }));
      next = after.touchpointId;
      setEmotion(room.ctx, { touchpointId, personaId, value: 1 });
    },
    ({ touchpointId }) => ({
      unit: "users",
      source: "Shop statistics",
      heldFrom: null,
      heldOn: "2026-10-31",
      counts: [
        { touchpointId, count: 1000 },
        { touchpointId: next!, count: 540 },
      ],
    }),
  );
  const asked = screen.getByText("Worth asking about").parentElement;
  expect(asked?.textContent).toContain("yet many leave:Checkout");
  expect(asked?.textContent).toContain("46% leave here (n = 1,000).");
});

const proven = (mean: number, low: number, high: number) =>
  ({
    kind: "hard",
    mean,
    n: 40,
    pieces: 1,
    answers: 0,
    interval: { low, high },
    newest: "2026-10-31",
    isStale: false,
  }) as const;

test("[R78] [N03] the weakest say what they rest on, whom they reach, and where the next is not clearly different", () => {
  let next: string | null = null;
  draw(
    (room, { touchpointId }) => {
      const { id: stageId } = room.source.get().stages[0]!;
      const after = must(addTouchpoint(room.ctx, { stageId, title: "Thanks" }));
      next = after.touchpointId;
      const dropOff = { share: 0.4, reasons: [] };
      setTouchpoint(room.ctx, { touchpointId, patch: { dropOff } });
    },
    undefined,
    (id) => (id === next ? proven(-1.3, -1.6, -1) : proven(-1.2, -1.4, -1)),
  );
  const weakest = screen.getByText("Weakest touchpoints").parentElement;
  const [first, second] = weakest?.querySelectorAll("li") ?? [];
  expect(first?.textContent).toContain(
    "Mark: Angry (1.7 of 5, measured, n = 40), between 1.4 and 2.",
  );
  expect(first?.textContent).toContain("60% come here · pain weight 0.78");
  expect(first?.textContent).toContain("Not clearly different from the next");
  expect(second?.textContent).toContain("100% come here · pain weight 1.2");
  expect(second?.textContent).not.toContain("Not clearly different");
  expect(weakest?.textContent).toContain("a working figure of Waymark’s own");
});

test("[R55] what people remember stands beside the mean and with its caution; one value is peak and end", () => {
  draw((room, { touchpointId, personaId }) => {
    setEmotion(room.ctx, { touchpointId, personaId, value: 1 });
  });
  const section = screen.getByText("What people remember").parentElement;
  expect(section?.textContent).toContain(
    "only one value, at “Checkout”: it is peak and end.",
  );
  expect(section?.textContent).toContain("Mean4.0");
  expect(section?.textContent).toContain("From one value");
  expect(section?.textContent).toContain("has not asked anybody");
});

test("[R55] [N01] both halves, a tie, the lowest point, a weak end and what was left out are said, of evidence before belief", () => {
  const ids: TouchpointId[] = [];
  draw(
    (room, { touchpointId, personaId }) => {
      const { id: stageId } = room.source.get().stages[0]!;
      const add = (title: string) =>
        must(addTouchpoint(room.ctx, { stageId, title })).touchpointId;
      ids.push(touchpointId, add("Pay"), add("Wait"), add("Thanks"));
      for (const [at, value] of ([2, 2, null, 1] as const).entries())
        setEmotion(room.ctx, { touchpointId: ids[at]!, personaId, value });
    },
    undefined,
    (id) => (id === ids[1] ? proven(-2, -2, -1.9) : null),
  );
  const told = screen.getByText("What people remember").parentElement;
  for (const sentence of [
    "likely to judge this journey by “Pay” and by its end, “Thanks”.",
    "The end is weaker than the peak",
    "Peak and end2.5",
    "With the highest point it would be 4.5, with the lowest 2.5.",
    "A high and a low are equally strong; the low one is taken.",
    "From 3 values, on five levels. One touchpoint without a value is left out.",
    "the end lowered it (Verhoef",
    "first impressions",
  ])
    expect(told?.textContent).toContain(sentence);
});

test("[R55] what people said of the whole when they were asked stands beside the prediction, on the same levels", async () => {
  const asked = {
    ...nothingSummed,
    hard: 1,
    valued: 1,
    valuedHard: 1,
    weight: 50,
    total: 170,
    squares: 578,
    within: 50,
    newest: "2026-10-31",
  };
  vi.stubGlobal("fetch", async () =>
    Response.json({
      groups: [],
      funnel: null,
      personas: [{ ...asked, personaId: mark }],
    }),
  );
  draw((room, { touchpointId, personaId }) => {
    mark = personaId;
    setEmotion(room.ctx, { touchpointId, personaId, value: 1 });
  });
  await screen.findByText(
    "Asked and not predicted, about Mark as a whole and not this journey alone: Neutral (3.4 of 5, measured, n = 50), between 3.1 and 3.7.",
  );
  screen.getByText("Peak and end");
});

test("[R56] what is missing is listed, and an empty map says what comes", () => {
  draw(() => undefined);
  const gaps = screen.getByText("What the map does not say yet").parentElement;
  for (const lack of ["an owner", "a channel", "an ideal message", "a feeling"])
    expect(gaps?.textContent).toContain(`One touchpoint without ${lack}`);
  cleanup();
  draw();
  expect(screen.getByText(/As soon as there are touchpoints/)).toBeTruthy();
});
