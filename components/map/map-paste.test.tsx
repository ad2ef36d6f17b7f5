import {
  act,
  cleanup,
  fireEvent,
  screen,
  waitFor,
} from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { answer } from "@/components/touchpoint/testing/panel-hands";
import map from "@/lib/i18n/messages/en/map.json";
import { asId } from "@/lib/journey/ids";
import type { TouchpointId } from "@/lib/journey/ids";
import { addLane, deleteLane } from "@/lib/journey/lanes";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { completeJsdom } from "@/test/jsdom-browser";
import { writeHtml } from "./clipboard/block";
import { preloadParts } from "@/components/ui/on-demand";
import { TestMap } from "./testing/test-map";

completeJsdom();
beforeAll(preloadParts, 60_000);
let at: TestMap;
let points: TouchpointId[];
let lanes: Record<string, string>;
beforeEach(() => {
  at = new TestMap();
  const { ctx } = at.scene;
  const [stageId = asId("")] = at.stages;
  points = ["Search", "Chat"].map(
    (title) => must(addTouchpoint(ctx, { stageId, title })).touchpointId,
  );
  lanes = Object.fromEntries(
    (["channel", "stakeholder", "message", "pain"] as const).map((kind) => [
      kind,
      must(
        addLane(ctx, {
          kind,
          title: kind,
          span: LANE_KIND_INFO[kind].holdsCards ? "touchpoint" : undefined,
        }),
      ).laneId,
    ]),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pointsNow = () =>
  at.scene.source.get().stages.flatMap(({ touchpoints }) => touchpoints);
const dialog = () => screen.getByRole("alertdialog");
const button = (name: string) => screen.getByRole("button", { name });

function paste(kind: string, text: string, html = ""): void {
  const selector = `[data-cell="${lanes[kind]}/${points[0]}"]`;
  const cell = document.querySelector<HTMLElement>(selector);
  if (!cell) throw new Error(`no cell ${selector}`);
  fireEvent.pointerDown(cell, { button: 0 });
  fireEvent.click(cell);
  const getData = (type: string) => (type === "text/html" ? html : text);
  fireEvent.paste(cell, { clipboardData: { getData } });
}

it("[A2] a block goes into channels, people, messages and cards by what each lane takes, in one step", () => {
  at.show();
  const before = pointsNow();
  paste("channel", " phone \tPHONE\nnoor\t\nHello\tHow are you?\nslow\t");
  expect(screen.queryByRole("alertdialog")).toBeNull();
  const [search, chat] = pointsNow();
  expect([search?.channels, chat?.channels]).toEqual([[at.phone], [at.phone]]);
  expect(search?.owners).toEqual([
    { stakeholderId: at.noor, role: "responsible" },
  ]);
  expect([search?.message, chat?.message]).toEqual(["Hello", "How are you?"]);
  const pains = () =>
    at.scene.source.get().cells[`${lanes.pain}:${points[0]}` as never];
  expect(pains()).toMatchObject([{ text: "slow" }]);
  act(() => void at.scene.undo.undo());
  expect(pointsNow()).toEqual(before);
  expect(pains()).toBeUndefined();
});

it("[A2] names that nobody knows are made before the paste, or left out, as one chooses", async () => {
  const id = "0198c000-0000-7000-8000-0000000000b1";
  const fetched = answer({
    id,
    key: null,
    name: "Fax",
    icon: "circle",
    medium: "online",
    archived: false,
  });
  at.show();
  paste("channel", "Phone, Fax\tfax; Pigeon");
  expect(pointsNow()[0]?.channels).toEqual([]);
  const boxes = screen.getAllByRole("checkbox");
  expect(dialog().textContent).toContain("Create channel “Fax”");
  expect(boxes).toHaveLength(2);
  expect(dialog().textContent).toContain("2 fields of touchpoints are filled.");
  fireEvent.click(screen.getByRole("checkbox", { name: /Fax/ }));
  expect(dialog().textContent).toContain("2 fields of touchpoints are filled.");
  fireEvent.click(screen.getByRole("checkbox", { name: /Pigeon/ }));
  expect(dialog().textContent).toContain("1 field of a touchpoint is filled.");
  fireEvent.click(screen.getByRole("checkbox", { name: /Fax/ }));
  fireEvent.click(button(map.paste.paste));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(fetched).toHaveBeenCalledOnce();
  expect(pointsNow().map(({ channels }) => [...channels].sort())).toEqual([
    [at.phone, id].sort(),
    [id],
  ]);
});

it("[A2] a block that overwrites fields asks first, and can come behind them", async () => {
  at.show();
  paste("message", "Hello\tYou");
  paste("message", "Again\tMe");
  expect(dialog().textContent).toContain("2 filled cells are overwritten.");
  fireEvent.click(button(map.paste.behind));
  await waitFor(() => expect(pointsNow()[0]?.message).toBe("Hello\nAgain"));
});

it("[A2] cards copied from a map say before the paste what is added and what finds no cell", async () => {
  at.show();
  const card = (text: string) => ({
    text,
    colour: "red" as const,
    metric: null,
    decision: null,
    score: null,
    task: null,
  });
  const texts = [["a", "b", "c"], ["below the map"]];
  const rows = [
    [[card("a")], [card("b")], [card("c1"), card("c2")]],
    [[card("below the map")]],
  ];
  const html = writeHtml(texts, { version: 1, workspace: "w", rows });
  paste("pain", texts.map((row) => row.join("\t")).join("\n"), html);
  expect(pointsNow()).toHaveLength(2);
  expect(dialog().textContent).toContain("4 cards are added.");
  expect(dialog().textContent).toContain("1 touchpoint is added at the end");
  expect(dialog().textContent).toContain("1 text has no cell");
  fireEvent.click(button(map.paste.paste));
  await waitFor(() => expect(pointsNow()).toHaveLength(3));
  const made = at.scene.source.get().cells[
    `${lanes.pain}:${pointsNow()[2]?.id}` as never
  ] as readonly { text: string; colour: string }[];
  expect(made.map(({ text, colour }) => [text, colour])).toEqual([
    ["c1", "red"],
    ["c2", "red"],
  ]);
  act(() => void at.scene.undo.undo());
  expect(pointsNow()).toHaveLength(2);
});

it("[A2] a colleague who deletes the lane meanwhile leaves nothing to paste into", () => {
  at.show();
  paste("channel", "Fax");
  act(
    () =>
      void deleteLane(
        { ...at.scene.ctx, undo: undefined },
        { laneId: asId(lanes.channel ?? "") },
      ),
  );
  expect(dialog().textContent).toContain(map.paste.refused);
  expect(screen.queryByRole("button", { name: map.paste.paste })).toBeNull();
});

it("[A2] of what other programs put on the clipboard only words come in, plain text too, and nothing of it runs", () => {
  at.show();
  const pains = (column = 0) =>
    (
      at.scene.source.get().cells[
        `${lanes.pain}:${points[column]}` as never
      ] as readonly { text: string; colour: string | null }[] | undefined
    )?.map(({ text, colour }) => [text, colour]);
  const bad = `<img src=x onerror="window.ran = 1"><script>window.ran = 1</script>`;
  const own = JSON.stringify({ rows: [[[{ text: bad, colour: "url(x)" }]]] });
  const table = `<table data-waymark-cells='${own}'><tr><td>${bad}</td><td>two</td></tr></table>`;
  paste("pain", `${bad}\ttwo`, table);
  expect([pains(0), pains(1)]).toEqual([[[bad, null]], [["two", null]]]);
  act(() => void at.scene.undo.undo());
  // Ctrl+Shift+V: the browser hands over the words alone.
  paste("pain", "one\ttwo");
  expect([pains(0), pains(1)]).toEqual([[["one", null]], [["two", null]]]);
  expect(document.querySelector("img, script")).toBeNull();
  expect((window as { ran?: number }).ran).toBeUndefined();
});
