import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addLane } from "@/lib/journey/lanes";
import { deleteStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { must } from "@/lib/journey/testing/context";
import map from "@/lib/i18n/messages/en/map.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(cleanup);

const now = () => at.scene.source.get();
const stages = () => now().stages.map(({ title }) => title);
const lanes = () => now().lanes.map(({ title }) => title);
const touchpoints = (stage = 0) =>
  now().stages[stage]?.touchpoints.map(({ title }) => title);

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}
const stageHead = (stage = 0) =>
  element(`[data-cell="stages/${at.stages[stage]}"]`);
const laneHead = () => element(`[data-cell="${at.cell().dataset.row}/head"]`);

function click(target: Element): void {
  fireEvent.pointerDown(target, { button: 0 });
  fireEvent.click(target);
}

/** Opens the menu of a thing and chooses from it. */
function choose(target: Element, name: string): void {
  click(target);
  at.key("F10", { shiftKey: true });
  fireEvent.click(
    screen.getByRole("menuitem", { name: new RegExp(`^${name}`) }),
  );
}

/** The button of a heading or cell that a pointer finds there. */
function press(target: HTMLElement, act: string): void {
  fireEvent.pointerDown(target, { button: 0 });
  const button = target.querySelector(`[data-act="${act}"]`);
  if (!button) throw new Error(`no button for ${act}`);
  click(button);
}

/** What is being named has the focus; the name is written and left. */
function name(words: string): void {
  fireEvent.input(document.activeElement ?? document.body, {
    target: { value: words },
  });
  at.key("Enter");
}

function addTouchpoints(...titles: readonly string[]): string[] {
  const stageId = at.stages[0]!;
  return titles.map(
    (title) =>
      must(addTouchpoint(at.scene.ctx, { stageId, title })).touchpointId,
  );
}

describe("moving by the menu", () => {
  it("[A3] a stage goes right and left, and back with one undo", () => {
    at.show();
    choose(stageHead(), map.menu.move.right);
    expect(stages()).toEqual(["Buy", "Find", "Use"]);
    choose(stageHead(), map.menu.move.left);
    expect(stages()).toEqual(["Find", "Buy", "Use"]);
    act(() => void at.scene.undo.undo());
    expect(stages()).toEqual(["Buy", "Find", "Use"]);
  });

  it("[A3] a touchpoint goes along its stage and on into the next one", () => {
    const [ad = ""] = addTouchpoints("Ad", "Visit");
    at.show();
    choose(at.thing(ad), map.menu.move.right);
    expect(touchpoints()).toEqual(["Visit", "Ad"]);
    choose(at.thing(ad), map.menu.move.right);
    expect([touchpoints(0), touchpoints(1)]).toEqual([["Visit"], ["Ad"]]);
    choose(at.thing(ad), map.menu.move.left);
    expect(touchpoints()).toEqual(["Visit", "Ad"]);
  });

  it("[A3] a lane goes down and up", () => {
    at.show();
    choose(laneHead(), map.menu.move.down);
    expect(lanes()).toEqual(["Do", "Needs"]);
    choose(laneHead(), map.menu.move.up);
    expect(lanes()).toEqual(["Needs", "Do"]);
  });

  it("[A3] a card goes up and down in its cell, and from stage to stage", () => {
    const first = at.put("first");
    at.put("second");
    at.show();
    choose(at.thing(first), map.menu.move.down);
    expect(at.texts()).toEqual(["second", "first"]);
    choose(at.thing(first), map.menu.move.up);
    expect(at.texts()).toEqual(["first", "second"]);
    choose(at.thing(first), map.menu.move.right);
    expect([at.texts(0), at.texts(1)]).toEqual([["second"], ["first"]]);
    choose(at.thing(first), map.menu.move.left);
    expect(at.texts(0)).toContain("first");
  });
});

describe("adding", () => {
  it("a stage by the plus of a heading and by its menu, named at once", () => {
    at.show();
    press(stageHead(), "insert-after");
    name("Compare");
    expect(stages()).toEqual(["Find", "Compare", "Buy", "Use"]);
    choose(stageHead(2), map.add.stageAfter);
    name("Leave");
    expect(stages()).toEqual(["Find", "Compare", "Buy", "Use", "Leave"]);
  });

  it("a touchpoint by the plus of a heading, by its menu and by that of its stage", () => {
    const [ad = ""] = addTouchpoints("Ad");
    at.show();
    press(at.thing(ad), "insert-after");
    name("Visit");
    choose(at.thing(ad), map.add.touchpointAfter);
    name("Call");
    expect(touchpoints()).toEqual(["Ad", "Call", "Visit"]);
    choose(stageHead(), `${map.add.touchpoint}$`);
    name("Mail");
    expect(touchpoints()).toEqual(["Ad", "Call", "Visit", "Mail"]);
  });

  it("a lane below another by the plus of its name and by its menu, of any kind", async () => {
    at.show();
    const add = async (kind: "pain" | "evidence") => {
      const dialog = await screen.findByRole("dialog", { name: map.add.lane });
      fireEvent.click(
        within(dialog).getByRole("button", {
          name: new RegExp(`^${map.lane[kind].name}`),
        }),
      );
      at.key("Enter");
    };
    press(laneHead(), "insert-after");
    await add("pain");
    expect(now().lanes.map(({ kind }) => kind)).toEqual([
      "text",
      "pain",
      "action",
    ]);
    choose(laneHead(), map.add.laneBelow);
    await add("evidence");
    expect(lanes()).toEqual([
      "Needs",
      map.lane.evidence.title,
      map.lane.pain.title,
      "Do",
    ]);
  });

  it("a card by the plus of a cell and by its menu", () => {
    at.put("first");
    at.show();
    click(at.cell());
    press(at.cell(), "add-card");
    name("second");
    choose(at.cell(), map.add.card);
    name("third");
    expect(at.texts()).toEqual(["first", "second", "third"]);
  });
});

describe("what lost its place", () => {
  const lose = () => {
    at.put("waits", 0);
    // A colleague deleted the stage before the card was there.
    at.scene.doc
      .getMap<Map<string, unknown>>("stages")
      .get(at.stages[0]!)
      ?.set("del", { by: "other", at: 1 });
    at.show();
    fireEvent.click(screen.getByRole("button", { name: "1 without a place" }));
    return screen.findByRole("dialog", { name: map.tray.title });
  };

  it("[J16] waits behind a button of the header and is given a place by its names", async () => {
    const tray = await lose();
    expect(tray.textContent).toContain("waits");
    fireEvent.click(within(tray).getByRole("button", { name: map.tray.place }));
    const dialog = await screen.findByRole("dialog", { name: "Move “waits”" });
    fireEvent.click(
      within(dialog).getByRole("button", { name: map.moveTo.move }),
    );
    expect(at.texts(1)).toEqual(["waits"]);
    expect(
      screen.queryByRole("button", { name: /without a place/ }),
    ).toBeNull();
  });

  it("[J16] can be deleted there, and is in the trash then", async () => {
    const tray = await lose();
    fireEvent.click(
      within(tray).getByRole("button", { name: map.tray.delete }),
    );
    expect(now().tray.cards).toEqual([]);
    expect(now().trash.map(({ title }) => title)).toContain("waits");
    expect(tray.textContent).toContain(map.tray.empty);
  });
});

describe("what was deleted", () => {
  it("[A6] comes back by the notice that says it is gone", () => {
    at.put("kept");
    at.show();
    choose(stageHead(), map.menu.delete.stage);
    expect(stages()).toEqual(["Buy", "Use"]);
    const notice = screen.getByRole("alertdialog", {
      name: "Stage “Find” is in the trash",
    });
    fireEvent.click(within(notice).getByRole("button", { name: map.undo }));
    expect(stages()).toEqual(["Find", "Buy", "Use"]);
    expect(at.texts()).toEqual(["kept"]);
  });

  it("[A6] comes back from the trash, with what stands in it, and the map goes there", async () => {
    at.put("kept");
    must(deleteStage(at.scene.ctx, { stageId: at.stages[0]! }));
    at.show();
    fireEvent.click(screen.getByRole("button", { name: map.header.more }));
    fireEvent.click(
      await screen.findByRole("menuitem", { name: map.trash.open }),
    );
    const trash = await screen.findByRole("dialog", { name: map.trash.title });
    fireEvent.click(
      within(trash).getByRole("button", { name: map.trash.restore }),
    );
    expect(stages()).toEqual(["Find", "Buy", "Use"]);
    expect(at.texts()).toEqual(["kept"]);
    expect(trash.textContent).toContain(map.trash.empty);
    expect(stageHead().tabIndex).toBe(0);
  });
});

describe("what a map still lacks", () => {
  it("[R20] without a persona it asks whom it is about, and says why", async () => {
    at.show();
    const { ask } = touchpoint.personas;
    const button = screen.getByRole("button", { name: ask });
    fireEvent.click(button);
    expect(await screen.findByText(/^A map needs a persona/)).toBeTruthy();
  });

  it("[R06] the hint of a lane gives way to what is written, and stays within reach", () => {
    must(
      addLane(at.scene.ctx, {
        kind: "text",
        title: "Questions",
        span: "stage",
        hint: "What do they ask?",
      }),
    );
    at.show();
    const lane = now().lanes[2]!;
    const head = () => element(`[data-cell="${lane.id}/head"]`);
    expect([
      head().textContent?.includes("What do they ask?"),
      head().title,
    ]).toEqual([true, ""]);
    click(element(`[data-cell="${lane.id}/${at.stages[1]}"]`));
    at.key("Enter");
    name("How much?");
    expect([
      head().textContent?.includes("What do they ask?"),
      head().title,
    ]).toEqual([false, "What do they ask?"]);
  });
});
