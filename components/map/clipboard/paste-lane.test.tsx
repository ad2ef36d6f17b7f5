import { beforeEach, describe, expect, test } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { addAttachment } from "@/lib/journey/attachments";
import { addCard, setCard } from "@/lib/journey/cards";
import { asId, cellKey } from "@/lib/journey/ids";
import type { LaneId, StakeholderId } from "@/lib/journey/ids";

import { addLane, setLane } from "@/lib/journey/lanes";
import { setMeta } from "@/lib/journey/meta";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import type { LaneKind } from "@/lib/journey/vocabulary";
import type { Catalogue } from "../drawing/catalogue";
import { readHtml, writeHtml } from "./block";
import { copyLane } from "./copy-cells";
import { pasteLane, planLane } from "./paste-lane";

const anna = asId<StakeholderId>("0198c000-0000-7000-8000-0000000000a1");
const annaElsewhere = asId<StakeholderId>(
  "0198c000-0000-7000-8000-0000000000a2",
);

function people(id: StakeholderId, name: string): Catalogue {
  const row = { id, name, archived: false };
  return {
    stakeholders: [row],
    stakeholderOf: (wanted: string) => (wanted === id ? row : undefined),
    channelOf: () => undefined,
    personaOf: () => undefined,
  } as unknown as Catalogue;
}
const nobody = {
  ...people(anna, ""),
  stakeholders: [],
  stakeholderOf: () => undefined,
} as Catalogue;

/** A map with the named stages. */
function mapOf(...stages: readonly string[]): TestRoom {
  const room = new TestRoom();
  for (const title of stages) must(addStage(room.ctx, { title }));
  return room;
}

function laneIn(room: TestRoom, kind: LaneKind, title: string): LaneId {
  return must(addLane(room.ctx, { kind, title, span: "stage" })).laneId;
}

function copied(room: TestRoom, laneId: LaneId) {
  const map = room.source.get();
  const lane = map.lanes.find(({ id }) => id === laneId);
  if (!lane) throw new Error("no such lane");
  const from = {
    map,
    workspace: "a",
    journey: "j",
    catalogue: people(anna, "Anna Smit"),
  };
  const { texts, block } = copyLane(lane, from);
  const read = readHtml(writeHtml(texts, block));
  if (!read?.lane) throw new Error("no lane was copied");
  return read.lane;
}

function words(room: TestRoom, laneId: LaneId): string[][] {
  const map = room.source.get();
  return map.stages.map(({ id }) =>
    (map.cells[cellKey(laneId, id)] ?? []).map(({ text }) => text),
  );
}

let from: TestRoom;
let lane: LaneId;
beforeEach(() => {
  from = mapOf("Find", "Buy", "Use");
  lane = laneIn(from, "action", "To do");
  const stages = from.source.get().stages;
  ["find it", "buy it", "use it"].forEach((text, at) => {
    const columnId = stages[at]?.id as never;
    const { cardId } = must(
      addCard(from.ctx, { laneId: lane, columnId, text }),
    );
    if (at === 1)
      must(
        setCard(from.ctx, {
          cardId,
          colour: "green",
          task: { stakeholderId: anna, status: "doing", due: "2026-12-01" },
        }),
      );
  });
});

describe("a lane goes to another map", () => {
  test("[A2] its cards find the stages of the same name, and one step takes all of it back", () => {
    const to = mapOf("Use", "Find", "Pay");
    to.undo.clear();
    const made = must(
      pasteLane(to.ctx, copied(from, lane), {
        map: to.source.get(),
        before: null,
        catalogue: nobody,
      }),
    );
    expect(words(to, made.laneId)).toEqual([
      ["use it"],
      ["find it"],
      ["buy it (Anna Smit)"],
    ]);
    to.undo.undo();
    expect(to.source.get().lanes).toEqual([]);
    expect(to.source.get().cells).toEqual({});
  });

  test("[A2] colour, state and date come along; the person by id, by name, or as plain text", () => {
    const outcomes = [
      people(anna, "Anna Smit"),
      people(annaElsewhere, "anna smit"),
      nobody,
    ].map((catalogue) => {
      const to = mapOf("Find", "Buy", "Use");
      const target = { map: to.source.get(), before: null, catalogue };
      const made = must(pasteLane(to.ctx, copied(from, lane), target));
      const map = to.source.get();
      return map.cells[cellKey(made.laneId, map.stages[1]?.id as never)]?.[0];
    });
    expect(outcomes).toMatchObject([
      { text: "buy it", colour: "green", task: { stakeholderId: anna } },
      { text: "buy it", task: { stakeholderId: annaElsewhere } },
      {
        text: "buy it (Anna Smit)",
        task: { stakeholderId: null, status: "doing", due: "2026-12-01" },
      },
    ]);
  });

  test("[A2] what finds no place is said before, and nothing is dropped while there is a column", () => {
    const narrow = mapOf("Only");
    expect(planLane(copied(from, lane), narrow.source.get())).toMatchObject({
      cards: 3,
      crowded: 2,
      homeless: 0,
    });
    expect(planLane(copied(from, lane), mapOf().source.get())).toMatchObject({
      cards: 0,
      homeless: 3,
    });
    const view = laneIn(from, "message", "Messages");
    expect(planLane(copied(from, view), narrow.source.get()).isView).toBe(true);
  });

  test("[A2] its height, the hints of its cells and what hangs on its cards come along", () => {
    const [, buy] = from.source.get().stages;
    const hint = { columnId: buy?.id as never, hint: "Ask the shop" };
    must(setLane(from.ctx, { laneId: lane, height: 240, cellHint: hint }));
    const [card] = from.source.get().cells[cellKey(lane, buy?.id as never)]!;
    const link = { kind: "link", name: "Shop", url: "https://shop.example/" };
    must(addAttachment(from.ctx, { on: card!.id, ...link } as never));
    const to = mapOf("Find", "Buy");
    const target = { map: to.source.get(), before: null, catalogue: nobody };
    const made = must(pasteLane(to.ctx, copied(from, lane), target));
    const map = to.source.get();
    const columnId = map.stages[1]!.id;
    expect(map.lanes[0]).toMatchObject({
      height: 240,
      cellHints: { [columnId]: "Ask the shop" },
    });
    const [pasted] = map.cells[cellKey(made.laneId, columnId)]!;
    expect(map.attachments[pasted!.id]).toMatchObject([link]);
  });

  test("[A3] a locked structure takes no lane", () => {
    const to = mapOf("Find");
    must(setMeta(to.ctx, { structureLocked: true }));
    const target = { map: to.source.get(), before: null, catalogue: nobody };
    expect(pasteLane(to.ctx, copied(from, lane), target)).toEqual({
      ok: false,
      reason: "structure_locked",
    });
  });
});
