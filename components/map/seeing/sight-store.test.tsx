import { beforeEach, describe, expect, test } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { setEmotion } from "@/lib/journey/emotions";
import type { PersonaId, StakeholderId, TouchpointId } from "@/lib/journey/ids";
import { linkPersona, setMeta } from "@/lib/journey/meta";
import { setOwner } from "@/lib/journey/owners";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import type { Emotion } from "@/lib/journey/vocabulary";
import { GridStore } from "../grid/grid-store";
import { SightStore } from "./sight-store";

const noor = "0198c000-0000-7000-8000-0000000000a1" as StakeholderId;
let room: TestRoom;
let sights: SightStore;
let store: GridStore;
let touchpoints: TouchpointId[];

const answer = (touchpointId: TouchpointId | undefined) =>
  setOwner(room.ctx, {
    touchpointId: touchpointId as TouchpointId,
    stakeholderId: noor,
    role: "responsible",
  });
const drawn = () => store.getShape().leaves.map(({ key }) => key);

beforeEach(() => {
  room = new TestRoom();
  const { stageId } = must(addStage(room.ctx, { title: "Buy" }));
  touchpoints = ["Find", "Pay", "Wait"].map(
    (title) => must(addTouchpoint(room.ctx, { stageId, title })).touchpointId,
  );
  answer(touchpoints[0]);
  sights = new SightStore(room.source);
  store = new GridStore(room.source, sights);
  store.connect();
  sights.change({ withoutOwner: true });
});

describe("a narrowed map", () => {
  test("[A4] draws what matches, and follows what colleagues change", () => {
    expect(drawn()).toEqual(touchpoints.slice(1));
    answer(touchpoints[2]);
    expect(drawn()).toEqual([touchpoints[1]]);
    sights.choose(null);
    expect(drawn()).toEqual(touchpoints);
  });

  test("[A4] nothing stays pale, and all counts again, once no condition is left and colleagues write on", () => {
    sights.change({ rest: "fade" });
    const pale = () => [...sights.getSeen().faded];
    expect(pale()).toEqual([touchpoints[0]]);
    sights.choose(null);
    must(setMeta(room.ctx, { locale: "nl" }));
    expect(pale()).toEqual([]);
    expect(sights.getSeen().matches).toBe(3);
    const more = must(addStage(room.ctx, { title: "Use" })).stageId;
    must(addTouchpoint(room.ctx, { stageId: more, title: "Try" }));
    expect(sights.getSeen().total).toBe(4);
  });

  test("[A4] what is worked on stays in view until one leaves it", () => {
    const [, pay, wait] = touchpoints;
    store.reveal(pay as string);
    answer(pay);
    expect(drawn()).toEqual([pay, wait]);
    store.reveal(wait as string);
    expect(drawn()).toEqual([wait]);
  });

  test("what is asked for by name is shown although it does not match", () => {
    const [find, pay, wait] = touchpoints;
    expect(store.reveal(find as string)).toBe(true);
    expect(drawn()).toEqual([find, pay, wait]);
  });
});

describe("feelings", () => {
  test("[A4] [R52] are filtered by what the curve shows, where evidence says other than the team", () => {
    const personaId = "0198c000-0000-7000-8000-0000000000a2" as PersonaId;
    const [find, pay] = touchpoints as [TouchpointId, TouchpointId];
    must(linkPersona(room.ctx, { personaId }));
    for (const touchpointId of [find, pay])
      must(setEmotion(room.ctx, { touchpointId, personaId, value: 2 }));
    const shown = (id: TouchpointId, _of: PersonaId, own: Emotion | null) =>
      id === pay ? -2 : own;
    const seen = new SightStore(room.source, null, { shown });
    const left = () =>
      seen
        .getSeen()
        .map.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id));
    seen.change({ emotions: [-2] });
    expect(left()).toEqual([pay]);
    seen.change({ emotions: [2] });
    expect(left()).toEqual([find]);
    seen.learn({});
    expect(left()).toEqual([find, pay]);
  });
});
