import { describe, expect, it } from "vitest";
import { addCard } from "@/lib/journey/cards";
import { setEmotion } from "@/lib/journey/emotions";
import { addLane } from "@/lib/journey/lanes";
import { must } from "@/lib/journey/testing/context";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { slideMap, spokenLanes } from "./slide-map";

const room = new TestRoom();
const { touchpointId, personaId } = room.begin();
const stageId = room.source.get().stages[0]?.id as never;
const lane = (kind: "text" | "emotion" | "line" | "message" | "pain") =>
  must(addLane(room.ctx, { kind, title: kind })).laneId;
const needs = lane("text");
const lineAbove = lane("line");
const feelings = lane("emotion");
const lineBelow = lane("line");
const silent = lane("message");
must(addCard(room.ctx, { laneId: needs, columnId: stageId, text: "Fit" }));
must(setEmotion(room.ctx, { touchpointId, personaId, value: 1 }));
const map = room.source.get();
const columns = { stageId, touchpointIds: [touchpointId] };
const ids = () => spokenLanes(map, columns).map(({ id }) => id);

describe("a slide", () => {
  it("[A4] shows only lanes that say something there, and lines between them", () => {
    expect(ids()).toEqual([needs, lineAbove, feelings]);
    expect(ids()).not.toContain(silent);
    expect(ids()).not.toContain(lineBelow);
  });

  it("[A4] gives longer words more room", () => {
    const laneId = lane("pain");
    const heightOf = () =>
      spokenLanes(room.source.get(), columns).find(({ id }) => id === laneId)
        ?.height ?? 0;
    must(addCard(room.ctx, { laneId, columnId: stageId, text: "Slow" }));
    const before = heightOf();
    const text = "Far too slow for anybody who wants to pay. ".repeat(8);
    must(addCard(room.ctx, { laneId, columnId: stageId, text }));
    expect(heightOf()).toBeGreaterThan(before);
  });

  it("[A4] holds its own columns and lanes and nothing else of the map", () => {
    const slide = { ...columns, laneIds: [needs], page: 1, pages: 1 };
    const part = slideMap(map, slide);
    expect(part.stages.map(({ id }) => id)).toEqual([stageId]);
    expect(part.lanes.map(({ id }) => id)).toEqual([needs]);
    const nothing = { ...slide, touchpointIds: [], laneIds: [] };
    expect(slideMap(map, nothing).stages[0]?.touchpoints).toEqual([]);
  });
});
