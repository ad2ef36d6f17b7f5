import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { RoomClient } from "@/components/room/room-client";
import { addCard } from "@/lib/journey/cards";
import { asId } from "@/lib/journey/ids";
import type { CardId, LaneId } from "@/lib/journey/ids";
import { setLane } from "@/lib/journey/lanes";
import { must } from "@/lib/journey/testing/context";
import { textOf as inDocument } from "@/lib/journey/texts";
import { ENDED_ON_PURPOSE } from "@/lib/protocol/close-codes";
import {
  alone,
  click,
  map,
  me,
  press,
  send,
  textOf,
  type,
} from "./testing/early-page";

const keptAs = `waymark:early:${me}`;

const theirs = () => ({ ...map.scene.ctx, origin: "other" });

/** What the room says of itself from the first moment on. */
function say(change: Partial<ReturnType<RoomClient["getState"]>>): void {
  const room = map.scene.room();
  const client = room.client!;
  const state = { ...client.getState(), ...change };
  Object.assign(client, { getState: () => state });
  map.scene.room = () => room;
  const { page } = map;
  map.page = (opens, source) => {
    map.scene.room = () => ({ ...room, source: source ?? room.source });
    return page.call(map, opens, source);
  };
}

const laneOf = (stage = 0) => map.cell(stage).dataset.row as LaneId;

const fold = (laneId: LaneId) =>
  must(setLane(theirs(), { laneId, collapsed: true }));

test("[A6] a room that closes keeps early words where they are and says nothing of a deletion", async () => {
  const card = map.put("Old");
  say({ closedBy: { code: 4401, reason: "" } });
  const { awake } = send();
  click(map.thing(card));
  type("My words");
  press("F2");
  await awake();
  expect(screen.queryByText(/deleted what/)).toBeNull();
  expect(screen.getByText("Waits")).toBeTruthy();
  expect(sessionStorage.getItem(keptAs)).toContain("My words");
});

test("[C13] where nothing may be written any more the words can be copied, and there is nothing to restore", async () => {
  const card = map.put("Old");
  say({ canEdit: false });
  const { awake } = send();
  click(map.thing(card));
  type("My words");
  press("F2");
  await awake();
  const notice = await screen.findByText(/cannot be changed.*“My words”/);
  expect(notice).toBeTruthy();
  expect(screen.getByRole("button", { name: "Copy my text" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Restore" })).toBeNull();
  expect(sessionStorage).toHaveLength(0);
});

test("[A6] words on a card in a lane that a colleague folded are written all the same", async () => {
  const card = map.put("Old");
  const enter = alone();
  const { awake } = send();
  const lane = laneOf();
  click(map.thing(card));
  type("Newer");
  fold(lane);
  await awake(enter);
  expect(textOf(card)).toBe("Newer");
  expect(screen.queryByText(/deleted what/)).toBeNull();
});

test("[A6] a card that was begun in a lane that a colleague folded is there", async () => {
  const enter = alone();
  const { awake } = send();
  const lane = laneOf();
  click(map.cell(1));
  type("First");
  press("F2");
  fold(lane);
  await awake(enter);
  expect(map.texts(1)).toEqual(["First"]);
});

test("[A6] words on a card that lost its place are not said to be deleted", async () => {
  const card = map.put("Old");
  const enter = alone();
  const { awake } = send();
  click(map.thing(card));
  type("Newer");
  press("F2");
  // What is left where a stage goes while somebody moves a card to it.
  const stages = map.scene.doc.getMap<Map<string, unknown>>("stages");
  stages.get(map.stages[0]!)?.set("del", { by: "other", at: 1 });
  expect(map.scene.source.get().tray.cards).toHaveLength(1);
  await awake(enter);
  const ref = { kind: "card", id: card } as const;
  expect(inDocument(map.scene.doc, ref)?.toString()).toBe("Newer");
  expect(screen.queryByText(/deleted what/)).toBeNull();
});

test("[C13] a new card that is there already with other words gives back what was written", async () => {
  const { awake } = send();
  click(map.cell());
  type("Mine");
  press("F2");
  const [mine] = globalThis.waymarkEarly!.kept();
  const columnId = map.stages[0]!;
  must(
    addCard(theirs(), {
      laneId: laneOf(),
      columnId,
      text: "Theirs",
      id: asId<CardId>(mine!.card),
    }),
  );
  await awake();
  expect(map.texts()).toEqual(["Theirs"]);
  expect(
    await screen.findByText(/changed elsewhere.*You wrote: “Mine”/),
  ).toBeTruthy();
});

test("[A1] whoever chooses to read is done with what takes early words", async () => {
  map.put("Old");
  const room = map.scene.room();
  const { awake } = send();
  const early = globalThis.waymarkEarly!;
  // A lane that is not alive yet.
  Object.assign(early, { isAwake: () => false });
  window.matchMedia = (() => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  expect(room.mayEdit).toBe(true);
  await awake();
  expect(globalThis.waymarkEarly).toBeUndefined();
});

test("[A6] words that wait since an earlier page are written when somebody comes back to the map by a link", async () => {
  const card = map.put("Old");
  const text = { row: laneOfMap(), leaf: map.stages[0], card, isNew: false };
  sessionStorage.setItem(
    keptAs,
    JSON.stringify([{ ...text, base: "Old", text: "Mine" }]),
  );
  await act(async () => map.show());
  await vi.waitFor(() => expect(textOf(card)).toBe("Mine"));
  expect(sessionStorage).toHaveLength(0);
});

const laneOfMap = () => map.scene.source.get().lanes[0]!.id;

test("[A6] whoever signed out elsewhere leaves no early word on this device", async () => {
  const card = map.put("Old");
  say({ closedBy: { code: 4401, reason: ENDED_ON_PURPOSE } });
  const { awake } = send();
  click(map.thing(card));
  type("Secret");
  press("F2");
  await awake();
  expect(await screen.findByText(/You wrote: “Secret”/)).toBeTruthy();
  expect(sessionStorage).toHaveLength(0);
});
