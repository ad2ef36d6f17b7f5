import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import map from "@/lib/i18n/messages/en/map.json";
import roomWords from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { addCard, setCard } from "@/lib/journey/cards";
import { addChannel } from "@/lib/journey/channels";
import { asId } from "@/lib/journey/ids";
import type {
  CardId,
  ChannelId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { setMeta } from "@/lib/journey/meta";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { setText } from "@/lib/journey/texts";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import type { LaneKind } from "@/lib/journey/vocabulary";
import { completeJsdom } from "@/test/jsdom-browser";
import { EditorFrame } from "../editor-frame";
import { cardOn } from "./card-on";

const messages = { common, emotion, map, room: roomWords, touchpoint };
const mail = asId<ChannelId>("0198c000-0000-7000-8000-0000000000c1");
let scene: TestRoom;
let stageId: StageId;
let points: TouchpointId[];

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

beforeAll(preloadParts, 60_000);
beforeEach(() => {
  scene = new TestRoom();
  stageId = must(addStage(scene.ctx, { title: "Buy" })).stageId;
  points = ["Cart", "Pay"].map(
    (title) => must(addTouchpoint(scene.ctx, { stageId, title })).touchpointId,
  );
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
});
afterEach(cleanup);

const lane = (kind: LaneKind): LaneId =>
  must(addLane(scene.ctx, { kind, title: "Lane" })).laneId;
const put = (kind: LaneKind, text: string): CardId =>
  must(addCard(scene.ctx, { laneId: lane(kind), columnId: stageId, text }))
    .cardId;
const card = (id: CardId) => cardOn(scene.source.get(), id);
const found = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return element;
};

function show(): void {
  scene.undo.clear();
  const channel = {
    id: mail,
    name: "E-mail",
    icon: "mail",
    medium: "online" as const,
    archived: false,
  };
  render(
    <TestScene
      room={scene.room()}
      rows={{ channels: [channel] }}
      messages={messages}
    >
      <EditorFrame singleKeys />
    </TestScene>,
  );
}

function select(element: HTMLElement): void {
  fireEvent.pointerDown(element, { button: 0 });
}

const press = (key: string, more: Record<string, unknown> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe("what cards say besides their words", () => {
  it("[N17] decides about a pain where it stands, and never that it stays so without a reason", async () => {
    const id = put("pain", "Too slow");
    show();
    select(found(`[data-card="${id}"]`));
    press("Enter", { altKey: true });
    fireEvent.click(await screen.findByRole("radio", { name: "In progress" }));
    expect(card(id)?.decision).toMatchObject({ status: "in-work", reason: "" });
    fireEvent.click(screen.getByRole("radio", { name: "Stays as it is" }));
    expect(card(id)?.decision?.status).toBe("in-work");
    const why = screen.getByRole("textbox", { name: "Why?" });
    fireEvent.change(why, { target: { value: "The law asks for it" } });
    fireEvent.blur(why);
    expect(card(id)?.decision).toMatchObject({
      status: "wont-change",
      reason: "The law asks for it",
    });
    expect(found(`[data-card="${id}"]`).textContent).toContain(
      "The law asks for it",
    );
    act(() => void scene.undo.undo());
    expect(card(id)?.decision?.status).toBe("in-work");
  });

  it("[R05] ticks a task off with the pointer and opens it again", () => {
    const id = put("action", "Answer within a minute");
    const task = { stakeholderId: null, status: "doing", due: null } as const;
    setCard(scene.ctx, { cardId: id, task });
    show();
    const tick = () => found(`[data-card="${id}"] [data-act=tick]`);
    fireEvent.click(tick());
    expect(card(id)?.task?.status).toBe("done");
    expect(tick().getAttribute("aria-label")).toBe("Mark as to do");
    fireEvent.click(tick());
    expect(card(id)?.task?.status).toBe("open");
  });

  it("[R57] makes a figure of what is written on a metric card in the map's language", () => {
    setMeta(scene.ctx, { locale: "de" });
    const laneId = lane("metric");
    show();
    select(found(`[data-cell="${laneId}/${stageId}"]`));
    press("Enter");
    const field = document.activeElement as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: "46,1 % brechen ab" } });
    fireEvent.keyDown(field, { key: "Enter" });
    const made = scene.source.get().cells[`${laneId}:${stageId}`]?.[0];
    expect(made?.metric).toEqual({ value: 46.1, unit: "%" });
    expect(made?.text).toBe("brechen ab");
    act(() => void scene.undo.undo());
    expect(scene.source.get().cells[`${laneId}:${stageId}`]).toBeUndefined();
    act(() => void scene.undo.redo());
    const again = scene.source.get().cells[`${laneId}:${stageId}`]?.[0];
    expect([again?.metric?.value, again?.text]).toEqual([46.1, "brechen ab"]);
  });

  it("[N02] shows the ideal message beside the one of today, and compares them on a key", async () => {
    const [at] = points as [TouchpointId, TouchpointId];
    const laneId = lane("message");
    const ref = { kind: "touchpoint", id: at } as const;
    setText(scene.ctx, { ...ref, field: "message" }, "We found your shoe");
    setText(scene.ctx, { ...ref, field: "actualMessage" }, "Order 4711");
    show();
    const cell = found(`[data-cell="${laneId}/${at}"]`);
    expect(cell.textContent).toContain("We found your shoe");
    expect(cell.textContent).toContain("Order 4711");
    select(cell);
    press("Enter", { altKey: true });
    const differs = await screen.findByRole("radio", { name: /differs/i });
    fireEvent.click(differs);
    await waitFor(() => expect(cell.textContent).toContain("Reality differs"));
  });

  it("[R49] lets the channels of a touchpoint run on into the next one, from the menu", async () => {
    const [first, second] = points as [TouchpointId, TouchpointId];
    const laneId = lane("channel");
    addChannel(scene.ctx, { touchpointId: first, channelId: mail });
    show();
    select(found(`[data-cell="${laneId}/${first}"]`));
    press("F10", { shiftKey: true });
    const name = "Let channels run on to the next touchpoint";
    fireEvent.click(await screen.findByRole("menuitem", { name }));
    const channelsAt = (id: TouchpointId) =>
      found(`[data-cell="${laneId}/${id}"]`).textContent;
    expect(channelsAt(second)).toBe("E-mail");
  });

  it("[J101] [R05] [R76] makes a task of a pain and an opportunity of a touchpoint, from the menu, and opens what it made", async () => {
    const pain = put("pain", "Too slow");
    show();
    const make = async (element: HTMLElement, name: string) => {
      select(element);
      press("F10", { shiftKey: true });
      fireEvent.click(await screen.findByRole("menuitem", { name }));
    };
    await make(found(`[data-card="${pain}"]`), "Make a task");
    const made = () => Object.values(scene.source.get().cells).flat();
    expect(made().map(({ kind, text }) => [kind, text])).toEqual([
      ["pain", "Too slow"],
      ["action", "Too slow"],
    ]);
    const panel = await screen.findByRole("complementary", {
      name: "Card: Too slow",
    });
    expect(panel.textContent).toContain("Made of “Too slow”");
    act(() => void scene.undo.undo());
    expect(made()).toHaveLength(1);
    await make(screen.getByText("Cart"), "Make an opportunity");
    expect(made().at(-1)).toMatchObject({ kind: "opportunity", text: "Cart" });
  });

  it("leaves nothing to press where the map may only be read", () => {
    put("pain", "Too slow");
    scene.canEdit = false;
    show();
    expect(document.querySelector("[data-act=facts]")).toBeNull();
  });
});
