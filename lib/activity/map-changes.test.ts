import { expect, test } from "vitest";
import { addCard, deleteCard, moveCard, setCard } from "@/lib/journey/cards";
import { setEmotion } from "@/lib/journey/emotions";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { addLane } from "@/lib/journey/lanes";
import { setMeta } from "@/lib/journey/meta";
import { diffRows, projectRows } from "@/lib/journey/projection";
import { resolve } from "@/lib/journey/resolve";
import {
  addStage,
  deleteStage,
  moveStage,
  setStage,
} from "@/lib/journey/stages";
import {
  must,
  testDocument,
  type TestContext,
} from "@/lib/journey/testing/context";
import { ANNA, FULL_SEED } from "@/lib/journey/testing/sample";
import { setText } from "@/lib/journey/texts";
import {
  addTouchpoint,
  moveTouchpoint,
  setTouchpoint,
} from "@/lib/journey/touchpoints";
import { mapChanges, type ToldMap } from "./map-changes";

const scope = { workspaceId: "w", journeyId: "j" };
const told = (map: JourneyMap): ToldMap => {
  const { title, state, outcome, reviewEveryDays } = map.meta;
  return {
    head: { title, state, outcome, reviewEveryDays },
    rows: projectRows(map, scope),
  };
};

/** What is told of what `change` does to the full map, each as "kind how-often". */
function toldOf(change: (ctx: TestContext, map: JourneyMap) => void): string[] {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  const before = told(map);
  change(ctx, map);
  const after = told(resolve(ctx.doc));
  const changes = diffRows(before.rows, after.rows);
  const counts = new Map<string, number>();
  for (const { kind } of mapChanges({ before, after, changes }))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).sort();
}

const cardsOf = ({ cells }: JourneyMap) => Object.values(cells).flat();
const cardCalled = (map: JourneyMap, text: string) =>
  cardsOf(map).find((card) => card.text === text)!;
const lane = (map: JourneyMap, title: string) =>
  map.lanes.find((one) => one.title === title)!;

test("nothing is told of a map to which nothing was done", () => {
  expect(toldOf(() => undefined)).toEqual([]);
});

test("a touchpoint that is put before others is one that came, and the others were not changed", () => {
  expect(
    toldOf((ctx, { stages: [stage] }) => {
      const before = stage!.touchpoints[0]!.id;
      must(addTouchpoint(ctx, { stageId: stage!.id, title: "First", before }));
    }),
  ).toEqual(["touchpoint-added 1"]);
});

test("what hangs on a touchpoint changes it: feelings, and whatever else stands beside it in the rows", () => {
  expect(
    toldOf((ctx, { stages: [stage] }) => {
      const [search, shop] = stage!.touchpoints;
      must(
        setEmotion(ctx, {
          touchpointId: search!.id,
          personaId: ANNA,
          value: 2,
        }),
      );
      must(
        setTouchpoint(ctx, {
          touchpointId: shop!.id,
          patch: { medium: "offline" },
        }),
      );
    }),
  ).toEqual(["touchpoint-changed 2"]);
});

test("with a stage go the touchpoints and cards in it, told as one", () => {
  expect(
    toldOf((ctx, { stages: [stage] }) => {
      must(deleteStage(ctx, { stageId: stage!.id }));
    }).filter((line) => line.includes("removed")),
  ).toEqual(["stage-removed 1"]);
});

test("cards come, change and go one by one", () => {
  expect(
    toldOf((ctx, map) => {
      const place = {
        laneId: lane(map, "Pains").id,
        columnId: map.stages[1]!.id,
      };
      must(addCard(ctx, { ...place, text: "New" }));
      must(addCard(ctx, { ...place, text: "Newer" }));
      must(
        setText(
          ctx,
          { kind: "card", id: cardCalled(map, "Back hurts").id },
          "My back hurts",
        ),
      );
      must(deleteCard(ctx, { cardId: cardCalled(map, "Agency").id }));
    }),
  ).toEqual(["card-added 2", "card-changed 1", "card-removed 1"]);
});

test("[R72] a task that is made, done and opened again is told as that, and not as a card that changed", () => {
  const task = { stakeholderId: null, due: null };
  expect(
    toldOf((ctx, map) => {
      const { id: cardId } = cardCalled(map, "Call back");
      must(setCard(ctx, { cardId, task: { ...task, status: "done" } }));
    }),
  ).toEqual(["task-done 1"]);
  expect(
    toldOf((ctx, map) => {
      const place = {
        laneId: lane(map, "Actions").id,
        columnId: map.stages[0]!.id,
      };
      const { cardId } = must(addCard(ctx, { ...place, text: "Ring" }));
      must(setCard(ctx, { cardId, task: { ...task, status: "open" } }));
    }),
  ).toEqual(["task-made 1"]);
});

test("[N17] a decision is told once it is one", () => {
  const decide = (status: "open" | "solved" | "in-work", reason: string) =>
    toldOf((ctx, map) => {
      const { id: cardId } = cardCalled(map, "Back hurts");
      must(setCard(ctx, { cardId, decision: { status, reason } }));
    });
  expect(decide("in-work", "Soon")).toEqual(["decision-made 1"]);
  expect(decide("open", "")).toEqual([]);
});

test("whoever only moves things is told to have rearranged the map, once", () => {
  expect(
    toldOf((ctx, { stages }) => {
      must(moveStage(ctx, { stageId: stages[1]!.id, before: stages[0]!.id }));
      const [search, shop] = stages[0]!.touchpoints;
      must(
        moveTouchpoint(ctx, {
          touchpointId: shop!.id,
          stageId: stages[0]!.id,
          before: search!.id,
        }),
      );
    }),
  ).toEqual(["map-arranged 1"]);
  expect(
    toldOf((ctx, map) => {
      const [first, second] = [
        cardCalled(map, "Back hurts"),
        cardCalled(map, "Too many shoes"),
      ];
      const place = {
        laneId: lane(map, "Pains").id,
        columnId: map.stages[0]!.id,
      };
      must(moveCard(ctx, { cardId: second.id, ...place, before: first.id }));
    }),
  ).toEqual(["map-arranged 1"]);
});

test("stages, lanes, the name and the settings of a map are told by their kind", () => {
  expect(
    toldOf((ctx, { stages }) => {
      must(setStage(ctx, { stageId: stages[0]!.id, colour: "red" }));
      must(addStage(ctx, { title: "Use" }));
      must(addLane(ctx, { kind: "gain", title: "Gains" }));
      must(setText(ctx, { kind: "meta", field: "title" }, "Buying boots"));
      must(setMeta(ctx, { reviewEveryDays: 30 }));
    }),
  ).toEqual([
    "journey-renamed 1",
    "lane-added 1",
    "map-changed 1",
    "stage-added 1",
    "stage-changed 1",
  ]);
});
