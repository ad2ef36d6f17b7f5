import { describe, expect, it } from "vitest";
import { addCard } from "@/lib/journey/cards";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { must } from "@/lib/journey/testing/context";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { readPresence } from "@/lib/protocol/presence";
import type { Presence } from "@/lib/protocol/presence";
import { dropsIn } from "./drops";

const room = new TestRoom();
const { stageId } = must(addStage(room.ctx, { title: "Buy" }));
const touchpointId = must(addTouchpoint(room.ctx, { stageId })).touchpointId;
const { laneId } = must(
  addLane(room.ctx, { kind: "text", title: "Needs", span: "stage" }),
);
const card = must(
  addCard(room.ctx, { laneId, columnId: stageId, text: "Fit" }),
).cardId;
const map = room.source.get();

function drag(id: string, place: object | null): Presence {
  const user = { id: "u2", name: "Grace", colour: "green", role: "editor" };
  const preview = { kind: "drag", id, place };
  const read = readPresence({ user, preview });
  if (!read) throw new Error("no presence");
  return read;
}

describe("what others carry", () => {
  it.each([
    [card, { kind: "card", laneId, columnId: stageId, before: null }],
    [stageId, { kind: "stage", before: null }],
    [laneId, { kind: "lane", before: laneId }],
    [touchpointId, { kind: "touchpoint", stageId, before: touchpointId }],
  ])("[A3] is drawn where it would land", (id, place) => {
    expect(dropsIn([drag(id, place)], map)).toMatchObject([
      { who: { name: "Grace" }, subject: { kind: place.kind, id }, place },
    ]);
  });

  it("is nothing while it would land nowhere, or once it is let go", () => {
    expect(dropsIn([drag(card, null)], map)).toEqual([]);
  });

  it.each([
    ['"] *', { kind: "stage", before: null }],
    [card, { kind: "card", laneId: '"]', columnId: stageId, before: null }],
    [card, { kind: "card", laneId, columnId: "gone", before: null }],
    [card, { kind: "card", laneId, columnId: stageId, before: '"], [x="' }],
    [card, { kind: "stage", before: null }],
    [stageId, { kind: "stage", before: "gone" }],
    [touchpointId, { kind: "touchpoint", stageId: "gone", before: null }],
  ])("[WS-16] is left out where it is not of this map: %j", (id, place) => {
    expect(dropsIn([drag(id, place)], map)).toEqual([]);
  });
});
