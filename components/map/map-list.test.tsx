import {
  cleanup,
  configure,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addAttachment } from "@/lib/journey/attachments";
import { setCard } from "@/lib/journey/cards";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import common from "@/lib/i18n/messages/en/common.json";
import lanes from "@/lib/i18n/messages/en/lanes.json";
import map from "@/lib/i18n/messages/en/map.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
// Parts are loaded when they are first shown.
configure({ asyncUtilTimeout: 20_000 });
let at: TestMap;
let card: CardId;
beforeEach(() => {
  at = new TestMap();
  // A phone, on which a finger begins by reading.
  window.matchMedia = ((query: string) => ({
    matches: /coarse|max-width/.test(query),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  Element.prototype.scrollIntoView = () => undefined;
  const { ctx } = at.scene;
  must(addTouchpoint(ctx, { stageId: at.stages[0]!, title: "Chat" }));
  card = at.put("Call back", 0, "action");
  const task = { stakeholderId: null, status: "open", due: null } as const;
  must(setCard(ctx, { cardId: card, task }));
  must(
    addAttachment(ctx, {
      on: card,
      kind: "file",
      name: "Stall.png",
      fileId: asId("0198c000-0000-7000-8000-0000000000f1"),
      mime: "image/png",
      bytes: 9,
      sha256: "a".repeat(64),
    }),
  );
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const list = () => screen.getByRole("region", { name: map.outline.label });
const inList = () => within(list());
const press = (name: string) =>
  fireEvent.click(inList().getByRole("button", { name }));

describe.each([
  ["somebody who may only read", false],
  ["an editor whose phone reads", true],
] as const)("the list for %s", (_who, mayEdit) => {
  beforeEach(async () => {
    at.scene.canEdit = mayEdit;
    at.show();
    await screen.findByRole("region", { name: map.outline.label });
  });

  it.each([
    ["a touchpoint", "Open Chat", /Chat/],
    ["a card", map.menu.openCard, /Call back/],
  ])("[N10] opens the record of %s", async (_what, opener, name) => {
    expect(inList().queryByRole("button", { name: map.add.stage })).toBeNull();
    press(opener);
    expect(await screen.findByRole("dialog", { name })).toBeTruthy();
  });

  it("[R33] enlarges the picture that is pressed", async () => {
    press("Enlarge Stall.png");
    const viewer = await screen.findByRole("dialog", { name: "Stall.png" });
    expect(within(viewer).getByText("1 of 1")).toBeTruthy();
  });

  it(`[A4] [R72] ${mayEdit ? "ticks a task off" : "offers no tick"}`, () => {
    const tick = lanes.facts.tick;
    if (!mayEdit)
      return expect(inList().queryByRole("button", { name: tick })).toBeNull();
    press(tick);
    expect(at.card(card)?.task?.status).toBe("done");
    press(lanes.facts.reopen);
    expect(at.card(card)?.task?.status).toBe("open");
  });
});

describe("the list for an editor who writes", () => {
  beforeEach(async () => {
    at.show();
    await screen.findByRole("region", { name: map.outline.label });
    fireEvent.click(screen.getByRole("button", { name: map.reading.edit }));
  });
  const stages = () => at.scene.source.get().stages;
  const fromMenu = (menu: string, item: string) => {
    press(menu);
    fireEvent.click(screen.getByRole("menuitem", { name: item }));
  };
  const ofStage = "What to do with the stage Find";

  it("[N10] [A3] renames, moves, folds and deletes a stage", () => {
    fromMenu(ofStage, map.outline.foldStage);
    expect(stages()[0]?.collapsed).toBe(true);
    fromMenu(ofStage, map.outline.unfoldStage);
    expect(stages()[0]?.collapsed).toBe(false);
    fromMenu(ofStage, map.menu.moveTo);
    at.pick("Before", "Use");
    fireEvent.click(screen.getByRole("button", { name: map.moveTo.move }));
    expect(stages().map(({ title }) => title)).toEqual(["Buy", "Find", "Use"]);
    fromMenu(ofStage, map.outline.stageSettings);
    const name = screen.getByRole("textbox", { name: map.edit.stage });
    fireEvent.input(name, { target: { value: "Look" } });
    fireEvent.click(
      screen.getByRole("button", { name: map.laneSettings.done }),
    );
    expect(stages()[1]?.title).toBe("Look");
    fromMenu("What to do with the stage Look", map.menu.delete.stage);
    expect(stages().map(({ title }) => title)).toEqual(["Buy", "Use"]);
  });

  it("[N10] sets, moves and adds lanes by their names", async () => {
    const [menu] = inList().getAllByRole("button", {
      name: "What to do with the lane Needs",
    });
    fireEvent.click(menu!);
    expect(
      screen.getAllByRole("menuitem").map(({ textContent }) => textContent),
    ).toEqual([
      map.menu.settings,
      map.add.laneBelow,
      map.menu.moveTo,
      map.menu.delete.lane,
    ]);
    fireEvent.click(screen.getByRole("menuitem", { name: map.menu.settings }));
    expect(screen.getByRole("textbox", { name: map.edit.lane })).toBeTruthy();
    fireEvent.click(
      screen.getByRole("button", { name: map.laneSettings.done }),
    );
    press(map.add.lane);
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });

  it("[A3] a touchpoint is moved from its record", async () => {
    press("Open Chat");
    const panel = await screen.findByRole("dialog", { name: /Chat/ });
    fireEvent.click(within(panel).getByRole("button", { name: common.more }));
    fireEvent.click(screen.getByRole("menuitem", { name: map.menu.moveTo }));
    at.pick("Stage", "Buy");
    fireEvent.click(screen.getByRole("button", { name: map.moveTo.move }));
    expect(stages()[1]?.touchpoints.map(({ title }) => title)).toEqual([
      "Chat",
    ]);
  });
});
