import { expect, test } from "vitest";
import { addCard, moveCard } from "./cards";
import { fillCells, previewFill } from "./fill-cells";
import { asId } from "./ids";
import type { ChannelId } from "./ids";
import { addLane, duplicateLane, moveLane } from "./lanes";
import { resolve } from "./resolve";
import { duplicateStage } from "./stages";
import { must } from "./testing/context";
import { SALES, SUPPORT } from "./testing/sample";
import { setText } from "./texts";
import { duplicateTouchpoint, moveTouchpoint } from "./touchpoints";
import { full, meet, peerOf, texts } from "./testing/full-map";

test("[J11] a copied touchpoint has everything of its own and stands behind the source", () => {
  const { ctx, map, search } = full();
  const { touchpointId } = must(
    duplicateTouchpoint(ctx, { touchpointId: search }),
  );
  const after = resolve(ctx.doc);
  const source = map.stages[0]!.touchpoints[0]!;
  const copy = after.stages[0]!.touchpoints[1]!;
  const plain = ({ text, done }: { text: string; done: boolean }) => ({
    text,
    done,
  });
  expect(copy).toEqual({
    ...source,
    id: touchpointId,
    checklist: copy.checklist,
  });
  expect(copy.checklist.map(plain)).toEqual(source.checklist.map(plain));
  expect(after.attachments[touchpointId]?.map(({ name }) => name)).toEqual([
    "Shot",
  ]);
  expect(texts(after).filter((text) => text === "Agency")).toHaveLength(2);
  must(
    setText(
      ctx,
      { kind: "touchpoint", id: touchpointId, field: "message" },
      "Changed",
    ),
  );
  expect(resolve(ctx.doc).stages[0]!.touchpoints[0]).toEqual(source);
  ctx.undo.undo();
  ctx.undo.undo();
  expect(resolve(ctx.doc).stages).toEqual(map.stages);
});

test("[J11] a copied stage or lane has all that stands in it", () => {
  const { ctx, map, stage, lane } = full();
  must(duplicateStage(ctx, { stageId: stage("Awareness") }));
  const { laneId } = must(duplicateLane(ctx, { laneId: lane("Pains") }));
  const after = resolve(ctx.doc);
  expect(
    after.stages.map(({ title, touchpoints }) => [title, touchpoints.length]),
  ).toEqual([
    ["Awareness", 2],
    ["Awareness", 2],
    ["Decision", 0],
  ]);
  expect(texts(after)).toHaveLength(texts(map).length + 3 + 4);
  expect(after.lanes.find(({ id }) => id === laneId)).toMatchObject({
    title: "Pains",
    kind: "pain",
  });
});

test("[J13] [J14] two people move one card: it ends in one of the two cells, that of the higher client", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  const card = map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  const mine = { laneId: lane("Pains"), columnId: stage("Decision") };
  const theirs = { laneId: lane("Actions"), columnId: stage("Awareness") };
  must(moveCard(ctx, { cardId: card.id, ...mine, before: null }));
  must(moveCard(other, { cardId: card.id, ...theirs, before: null }));
  const won = ctx.doc.clientID > other.doc.clientID ? mine : theirs;
  const moved = Object.values(meet(ctx, other).cells)
    .flat()
    .find(({ id }) => id === card.id);
  expect(moved).toMatchObject(won);
});

test("[J15] moving a touchpoint takes the cards under it along", () => {
  const { ctx, map, search, stage } = full();
  must(
    moveTouchpoint(ctx, {
      touchpointId: search,
      stageId: stage("Decision"),
      before: null,
    }),
  );
  const after = resolve(ctx.doc);
  expect(after.stages[1]!.touchpoints.map(({ id }) => id)).toEqual([search]);
  expect(after.cells).toEqual(map.cells);
});

test("[J18] cards stand only in lanes that hold them and in columns of their span", () => {
  const { ctx, lane, stage, search } = full();
  const columnId = stage("Awareness");
  expect(addCard(ctx, { laneId: lane("Emotion"), columnId: search })).toEqual({
    ok: false,
    reason: "lane_holds_no_cards",
  });
  expect(addCard(ctx, { laneId: lane("Pains"), columnId: search })).toEqual({
    ok: false,
    reason: "wrong_column",
  });
  expect(addCard(ctx, { laneId: lane("Backstage"), columnId })).toEqual({
    ok: false,
    reason: "wrong_column",
  });
});

test("[J19] a card takes the kind of the lane it is moved to", () => {
  const { ctx, map, lane, stage } = full();
  const { id: cardId } =
    map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  const laneId = lane("Actions");
  must(
    moveCard(ctx, {
      cardId,
      laneId,
      columnId: stage("Awareness"),
      before: null,
    }),
  );
  expect(
    resolve(ctx.doc).cells[`${laneId}:${stage("Awareness")}`]![0]!.kind,
  ).toBe("action");
});

test("[J20] a paste fills cells in one undo step, and its preview counts the same", () => {
  const { ctx, map, lane, stage } = full();
  const args = {
    laneId: lane("Pains"),
    columnId: stage("Awareness"),
    rows: [
      ["a", "b", "c"],
      ["d", "", "e"],
      ["f", "g"],
    ],
    replace: true,
    addColumns: true,
  };
  const counts = {
    cards: 5,
    fields: 0,
    overwritten: 1,
    columnsAdded: 1,
    span: "stage",
    skipped: 2,
  } as const;
  expect(previewFill(ctx, args)).toEqual({ ok: true, ...counts });
  expect(resolve(ctx.doc)).toEqual(map);
  expect(must(fillCells(ctx, args))).toMatchObject(counts);
  const after = resolve(ctx.doc);
  expect(after.stages).toHaveLength(3);
  expect(texts(after)).toEqual([
    "Agency",
    "Call back",
    "a",
    "b",
    "c",
    "d",
    "e",
  ]);
  ctx.undo.undo();
  const undone = resolve(ctx.doc);
  expect([undone.stages, undone.cells]).toEqual([map.stages, map.cells]);
});

test("[J20] a paste that adds columns puts no card where they have no cell", () => {
  const { ctx, map, lane, stage } = full();
  const from = map.lanes.findIndex(({ id }) => id === lane("Pains"));
  const to = map.lanes.findIndex(({ id }) => id === lane("Backstage"));
  const wide = ["", "", "beyond the last stage"];
  const rows = map.lanes.slice(from, to + 1).map(() => wide);
  const outcome = must(
    fillCells(ctx, {
      laneId: lane("Pains"),
      columnId: stage("Awareness"),
      rows,
      addColumns: true,
    }),
  );
  const after = resolve(ctx.doc);
  expect(after.tray).toEqual(map.tray);
  expect(outcome.skipped).toBeGreaterThan(0);
  expect(outcome.cards + outcome.skipped).toBe(rows.length);
  expect(Object.values(after.cells).flat()).toHaveLength(
    Object.values(map.cells).flat().length + outcome.cards,
  );
});

const PHONE = asId<ChannelId>("00000000-0000-7000-8000-0000000000f1");

test("[J20] a paste fills messages, channels and people of touchpoints, in one undo step", () => {
  const { ctx, map, lane, search } = full();
  const channels = must(addLane(ctx, { kind: "channel", title: "Channels" }));
  must(moveLane(ctx, { laneId: channels.laneId, before: lane("Messages") }));
  must(moveLane(ctx, { laneId: lane("Owners"), before: null }));
  must(moveLane(ctx, { laneId: lane("Messages"), before: lane("Owners") }));
  ctx.undo.clear();
  const before = resolve(ctx.doc);
  const lanes = [channels.laneId, lane("Messages"), lane("Owners")];
  const columns = map.stages.flatMap(({ touchpoints }) => touchpoints);
  const beyond = columns.length;
  const args = {
    laneId: channels.laneId,
    columnId: search,
    lanes,
    rows: [
      [{ ids: [PHONE] }],
      ["We found it", ...columns.slice(1).map(() => ""), "And more"],
      [{ ids: [SUPPORT, SALES] }],
      ["below the last lane"],
    ],
    replace: true,
    addColumns: true,
  };
  const counts = { cards: 0, fields: 4, columnsAdded: 1, skipped: 1 };
  expect(previewFill(ctx, args)).toMatchObject(counts);
  expect(must(fillCells(ctx, args))).toMatchObject(counts);
  const after = resolve(ctx.doc).stages.flatMap((held) => held.touchpoints);
  expect(after[0]).toMatchObject({ channels: [PHONE], message: "We found it" });
  expect(after[0]!.owners).toEqual(
    expect.arrayContaining([
      { stakeholderId: SUPPORT, role: "responsible" },
      { stakeholderId: SALES, role: "involved" },
    ]),
  );
  expect(after[beyond]).toMatchObject({ message: "And more" });
  expect(ctx.undo.undo().ok).toBe(true);
  expect(ctx.undo.canUndo()).toBe(false);
  expect(resolve(ctx.doc).stages).toEqual(before.stages);
  must(fillCells(ctx, { ...args, replace: false, addColumns: false }));
  const behind = resolve(ctx.doc).stages[0]!.touchpoints[0]!;
  const { message, channels: had } = map.stages[0]!.touchpoints[0]!;
  expect(behind.message).toBe([message, "We found it"].join("\n").trim());
  expect(new Set(behind.channels)).toEqual(new Set([...had, PHONE]));
});

test("[J20] [J99] a paste keeps what cards carry, but for a decision without its reason", () => {
  const { ctx, lane, stage } = full();
  const cell = { laneId: lane("Pains"), columnId: stage("Decision") };
  const decision = { status: "wont-change", reason: "" };
  const values = { colour: "red", decision, score: "much" };
  must(
    fillCells(ctx, { ...cell, rows: [[{ cards: [{ text: "a", values }] }]] }),
  );
  const made = resolve(ctx.doc).cells[`${cell.laneId}:${cell.columnId}`]!.at(
    -1,
  );
  expect(made).toMatchObject({ colour: "red", decision: null, score: null });
});
