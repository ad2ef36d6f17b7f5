import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import {
  beforeAll,
  afterEach,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { addCard } from "@/lib/journey/cards";
import type { CardId, LaneId, StageId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import map from "@/lib/i18n/messages/en/map.json";
import seeing from "@/lib/i18n/messages/en/seeing.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { completeJsdom } from "@/test/jsdom-browser";
import { EditorFrame } from "./editor-frame";

beforeAll(preloadParts, 60_000);

const drawn = vi.hoisted(() => new Map<string, number>());

vi.mock("./drawing/card-face", async (original) => {
  const real = await original<typeof import("./drawing/card-face")>();
  return {
    ...real,
    CardFace: (props: Parameters<typeof real.CardFace>[0]) => {
      drawn.set(props.card.id, (drawn.get(props.card.id) ?? 0) + 1);
      return real.CardFace(props);
    },
  };
});

const messages = { common, emotion, map, room, seeing, touchpoint };
let scene: TestRoom;
let stages: StageId[];
let lane: LaneId;

completeJsdom();
configure({ defaultHidden: true });

beforeEach(() => {
  scene = new TestRoom();
  stages = ["Find", "Buy", "Use"].map(
    (title) => must(addStage(scene.ctx, { title })).stageId,
  );
  lane = must(
    addLane(scene.ctx, { kind: "text", title: "Needs", span: "stage" }),
  ).laneId;
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
});
afterEach(() => {
  cleanup();
  drawn.clear();
});

function put(text: string, stage = 0): CardId {
  const columnId = stages[stage] as StageId;
  return must(addCard(scene.ctx, { laneId: lane, columnId, text })).cardId;
}

function show(): void {
  scene.undo.clear();
  render(
    <TestScene room={scene.room()} messages={messages}>
      <EditorFrame singleKeys />
    </TestScene>,
  );
}

function cell(stage = 0): HTMLElement {
  const found = document.querySelector<HTMLElement>(
    `[data-cell="${lane}/${stages[stage]}"]`,
  );
  if (!found) throw new Error("no such cell");
  return found;
}

function key(name: string, more: Record<string, unknown> = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, {
    key: name,
    ...more,
  });
}

/** What a browser does with a key that writes: the field gets the character. */
function type(text: string): void {
  const field = document.activeElement as HTMLTextAreaElement;
  const { selectionStart, value } = field;
  field.value =
    value.slice(0, selectionStart) + text + value.slice(selectionStart);
  field.setSelectionRange(
    selectionStart + text.length,
    selectionStart + text.length,
  );
  fireEvent.input(field);
}

const field = () =>
  screen.getByRole<HTMLTextAreaElement>("textbox", { name: /card/i });
const texts = (stage = 0) =>
  (scene.source.get().cells[`${lane}:${stages[stage]}`] ?? []).map(
    ({ text }) => text,
  );

function select(stage = 0): void {
  fireEvent.pointerDown(cell(stage), { button: 0 });
}

describe("writing in the map", () => {
  it("[A1] is one tab stop, and the selection moves it", () => {
    show();
    const stops = () => [
      ...document.querySelectorAll("[data-cell][tabindex='0']"),
    ];
    expect(stops()).toHaveLength(1);
    select(1);
    expect(stops()).toEqual([cell(1)]);
    expect(document.activeElement).toBe(cell(1));
    key("ArrowRight");
    expect(document.activeElement).toBe(cell(2));
  });

  it("[A1] typing over a card replaces it, Esc brings back what stood there", () => {
    put("Old need");
    show();
    select();
    key("N");
    type("New");
    expect(texts()).toEqual(["New"]);
    key("Escape");
    expect(texts()).toEqual(["Old need"]);
    expect(document.activeElement).toBe(cell());
  });

  it("[A1] composed letters reach the map when the composition ends, and Enter inside it ends nothing", () => {
    show();
    select();
    key("Dead");
    fireEvent.compositionStart(field());
    type("¨");
    key("Enter", { isComposing: true });
    expect(texts()).toEqual([]);
    field().value = "ë";
    field().setSelectionRange(1, 1);
    fireEvent.compositionEnd(field());
    expect(texts()).toEqual(["ë"]);
  });

  it("a new card is born with its first character and is one step to take back", () => {
    show();
    select();
    key("Enter");
    expect(texts()).toEqual([]);
    const before = field();
    type("I want");
    expect(texts()).toEqual(["I want"]);
    expect(field()).toBe(before);
    type(" sole");
    key("Enter");
    expect(texts()).toEqual(["I want sole"]);
    act(() => void scene.undo.undo());
    expect(texts()).toEqual([]);
    act(() => void scene.undo.redo());
    expect(texts()).toEqual(["I want sole"]);
  });

  it("a card that is left without words is no card", () => {
    put("Gone soon");
    show();
    select();
    key("Enter");
    field().value = "";
    fireEvent.input(field());
    key("Enter");
    expect(texts()).toEqual([]);
  });

  it("[A5] what a colleague writes in the same card appears under my hands and survives my Esc", () => {
    const id = put("shoes");
    show();
    select();
    key("Enter");
    type(" that fit");
    const text = textOf(scene.doc, { kind: "card", id });
    act(() => scene.doc.transact(() => text?.insert(0, "Red "), "colleague"));
    expect(field().value).toBe("Red shoes that fit");
    expect(field().selectionEnd).toBe("Red shoes that fit".length);
    key("Escape");
    expect(texts()).toEqual(["Red shoes"]);
  });

  it("[A3] a card that a colleague deletes while I write says so and offers it back", () => {
    const id = put("shoes");
    show();
    select();
    key("Enter");
    type(" of mine");
    const card = scene.doc.getMap<never>("cards").get(id) as unknown as Map<
      string,
      unknown
    >;
    act(() => void card.set("del", { by: "other", at: 1 }));
    expect(texts()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: map.deleted.restore }));
    expect(texts()).toEqual(["shoes of mine"]);
  });

  it("a keystroke on a card draws no card, and the one that was written when its field is closed", () => {
    const ids = Array.from({ length: 60 }, (_, index) =>
      put(`card ${index}`, index % 3),
    );
    show();
    fireEvent.pointerDown(
      document.querySelector(`[data-card="${ids[7]}"]`) as Element,
      {
        button: 0,
      },
    );
    key("Enter");
    drawn.clear();
    type("x");
    type("y");
    expect([...drawn.keys()]).toEqual([]);
    key("Tab");
    expect(drawn.has(ids[7]!)).toBe(true);
    const card = document.querySelector(`[data-card="${ids[7]}"]`);
    expect(card?.textContent).toContain("xy");
  });

  it.each<[string, (elsewhere: HTMLElement) => void, string]>([
    [
      "left for another place",
      (elsewhere) => act(() => elsewhere.focus()),
      "card 1 and so on",
    ],
    ["given up", () => key("Escape"), "card 1"],
  ])(
    "a card whose field is %s shows what is in the document",
    (_how, leave, words) => {
      const id = put("card 1", 0);
      show();
      const elsewhere = document.createElement("button");
      document.body.append(elsewhere);
      const at = `[data-card="${id}"]`;
      fireEvent.pointerDown(document.querySelector(at)!, { button: 0 });
      key("Enter");
      type(" and so on");
      leave(elsewhere);
      expect(document.querySelector(`${at} textarea`)).toBeNull();
      expect(document.querySelector(at)?.textContent).toBe(words);
      elsewhere.remove();
    },
  );

  it("a keystroke in the name of a stage draws no card at all", () => {
    Array.from({ length: 12 }, (_, index) => put(`card ${index}`, index % 3));
    show();
    fireEvent.pointerDown(
      document.querySelector(`[data-cell="stages/${stages[0]}"]`) as Element,
      { button: 0 },
    );
    key("Enter");
    drawn.clear();
    type("ing");
    expect(scene.source.get().stages[0]?.title).toBe("Finding");
    expect(drawn.size).toBe(0);
  });
});

describe("changing the map by keys", () => {
  it("[A1] Delete empties the selected cells in one step and leaves the columns", () => {
    put("a", 0);
    put("b", 1);
    show();
    select(0);
    key("ArrowRight", { shiftKey: true });
    key("Delete");
    expect([texts(0), texts(1)]).toEqual([[], []]);
    expect(scene.source.get().stages).toHaveLength(3);
    act(() => void scene.undo.undo());
    expect([texts(0), texts(1)]).toEqual([["a"], ["b"]]);
  });

  it("[A1] Delete takes the selected card away and leaves the focus in its cell, so that Ctrl+Z brings it back", () => {
    put("kept");
    const gone = put("gone");
    show();
    fireEvent.pointerDown(
      document.querySelector(`[data-card="${gone}"]`) as Element,
      { button: 0 },
    );
    key("Delete");
    expect(texts()).toEqual(["kept"]);
    expect(document.activeElement).toBe(cell());
    key("z", { ctrlKey: true });
    expect(texts()).toEqual(["kept", "gone"]);
  });

  it("[A3] Ctrl+arrows move a stage, and the move mode puts it back on Esc", () => {
    show();
    const titles = () => scene.source.get().stages.map(({ title }) => title);
    fireEvent.pointerDown(
      document.querySelector(`[data-cell="stages/${stages[0]}"]`) as Element,
      {
        button: 0,
      },
    );
    key("ArrowRight", { ctrlKey: true });
    expect(titles()).toEqual(["Buy", "Find", "Use"]);
    key("m");
    key("ArrowRight");
    key("Escape");
    expect(titles()).toEqual(["Buy", "Find", "Use"]);
    key("m");
    key("ArrowRight");
    key("Enter");
    expect(titles()).toEqual(["Buy", "Use", "Find"]);
  });

  it("[A2] a pasted block fills cells to the right in one step", () => {
    show();
    select();
    const clipboardData = {
      getData: (type: string) => (type === "text/plain" ? "one\ttwo\r\n" : ""),
    };
    fireEvent.paste(cell(), { clipboardData });
    expect([texts(0), texts(1)]).toEqual([["one"], ["two"]]);
    act(() => void scene.undo.undo());
    expect([texts(0), texts(1)]).toEqual([[], []]);
  });

  it("[A2] a block that overwrites filled cells asks first", () => {
    put("kept", 1);
    show();
    select();
    const clipboardData = {
      getData: (type: string) => (type === "text/plain" ? "one\ttwo" : ""),
    };
    fireEvent.paste(cell(), { clipboardData });
    expect(texts(1)).toEqual(["kept"]);
    expect(screen.getByRole("alertdialog").textContent).toContain(
      "1 filled cell is overwritten.",
    );
    fireEvent.click(screen.getByRole("button", { name: map.paste.overwrite }));
    expect([texts(0), texts(1)]).toEqual([["one"], ["two"]]);
  });

  it("who may only read selects cells and writes nothing", () => {
    put("fixed");
    scene.canEdit = false;
    show();
    select();
    key("x");
    key("Enter");
    key("Delete");
    expect(texts()).toEqual(["fixed"]);
    expect(document.activeElement).toBe(cell());
    expect(screen.getByRole("grid").getAttribute("aria-readonly")).toBe("true");
  });
});
