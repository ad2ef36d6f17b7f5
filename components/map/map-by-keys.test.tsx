import {
  cleanup,
  configure,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer } from "@/components/touchpoint/testing/panel-hands";
import { asId } from "@/lib/journey/ids";
import type { LaneId, PersonaId } from "@/lib/journey/ids";
import { linkPersona } from "@/lib/journey/meta";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import map from "@/lib/i18n/messages/en/map.json";
import seeing from "@/lib/i18n/messages/en/seeing.json";
import { byKeys, focused, nameOf } from "@/test/by-keys";
import { completeJsdom } from "@/test/jsdom-browser";
import { laneIn } from "./map-index";
import { TestMap } from "./testing/test-map";

completeJsdom();
// What an open dialog hides from readers of screens is looked at as well.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
const mark = asId<PersonaId>("0198c000-0000-7000-8000-0000000000b1");
const sara = asId<PersonaId>("0198c000-0000-7000-8000-0000000000b2");
let at: TestMap;
let keys: ReturnType<typeof byKeys>;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  at = new TestMap();
  at.people = [
    { id: mark, name: "Mark" },
    { id: sara, name: "Sara" },
  ];
  keys = byKeys();
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const now = () => at.scene.source.get();
const undo = () => keys.press("{Control>}z{/Control}");

/** Goes to a part of the page, from wherever the focus is. */
const goTo = (region: string) =>
  keys.until(
    () => focused().closest(`[data-region="${region}"]`) !== null,
    "{F6}",
  );

/** Goes to a row of the map and, in it, to a column. */
async function walkTo(row: string, leaf: string): Promise<void> {
  await goTo("map");
  await keys.press("{Control>}{Home}{/Control}");
  await keys.until(() => focused().dataset.row === row, "{ArrowDown}");
  const way = leaf === "head" ? "{ArrowLeft}" : "{ArrowRight}";
  await keys.until(() => focused().dataset.leaf === leaf, way);
}

/** Chooses in the menu of the map. */
async function fromMapMenu(name: string): Promise<void> {
  await goTo("header");
  await keys.tabTo(`^${map.header.more}`);
  await keys.press("{Enter}");
  await keys.to(`^${name}`, "{ArrowDown}");
  await keys.press("{Enter}");
}

describe("several things, by keys alone", () => {
  it("[N10] [A3] are chosen, coloured, moved by name and deleted from their bar, each in one step to take back", async () => {
    at.put("a");
    at.put("b", 1);
    at.show();
    const texts = () => [0, 1, 2].map((stage) => at.texts(stage));
    const colours = () =>
      Object.values(now().cells)
        .flat()
        .map(({ colour }) => colour);
    const fromBar = async (name: string) => {
      await goTo("bar");
      await keys.to(`^${name}`, "{ArrowRight}");
      await keys.press("{Enter}");
    };
    const choose = async () => {
      await walkTo(at.cell().dataset.row!, at.stages[0]!);
      await keys.press("{Shift>} {/Shift}{ArrowRight}{Shift>} {/Shift}");
    };
    await choose();
    await fromBar(map.menu.colour);
    await keys.to(`^${map.colour.blue}`, "{ArrowDown}");
    await keys.press("{Enter}");
    expect(colours()).toEqual(["blue", "blue"]);
    await undo();
    expect(colours()).toEqual([null, null]);

    await choose();
    await fromBar(map.menu.moveTo);
    await keys.take(map.moveTo.column, "Use");
    await keys.tabTo(`^${map.moveTo.move}$`);
    await keys.press("{Enter}");
    expect(texts()).toEqual([[], [], ["a", "b"]]);
    await undo();
    expect(texts()).toEqual([["a"], ["b"], []]);

    await choose();
    await fromBar(map.many.delete);
    expect(texts()).toEqual([[], [], []]);
    await undo();
    expect(texts()).toEqual([["a"], ["b"], []]);
  });
});

describe("the map as a whole, by keys alone", () => {
  it("[N10] [A4] is read and written in turn, and the switch keeps the focus", async () => {
    at.put("stays");
    at.show();
    const cell = () => walkTo(at.cell().dataset.row!, at.stages[0]!);
    const press = async (name: string) => {
      await goTo("header");
      await keys.tabTo(`^${name}`);
      await keys.press("{Enter}");
    };
    await press(map.reading.read);
    expect(nameOf(focused())).toBe(map.reading.edit);
    await cell();
    await keys.press("x{Delete}");
    expect(at.texts()).toEqual(["stays"]);
    await press(map.reading.edit);
    expect(nameOf(focused())).toBe(map.reading.read);
    await cell();
    await keys.press("{Delete}");
    expect(at.texts()).toEqual([]);
  });

  it("[N10] [A3] is locked and unlocked from its menu, and only words change meanwhile", async () => {
    at.show();
    const titles = () => now().stages.map(({ title }) => title);
    const moveRight = async () => {
      await walkTo("stages", at.stages[0]!);
      await keys.press("{Control>}{ArrowRight}{/Control}");
    };
    await fromMapMenu(map.header.lock);
    await moveRight();
    expect(titles()).toEqual(["Find", "Buy", "Use"]);
    await keys.press("{F2}{Control>}a{/Control}Look{Enter}");
    expect(titles()).toEqual(["Look", "Buy", "Use"]);
    await fromMapMenu(map.header.unlock);
    await moveRight();
    expect(titles()).toEqual(["Buy", "Look", "Use"]);
  });

  it("[N10] [A7] has a list of its keys that is searched by words and by keys", async () => {
    at.show();
    await walkTo("stages", at.stages[0]!);
    await keys.press("?");
    const dialog = await screen.findByRole("dialog", { name: map.keys.title });
    const rows = () =>
      within(dialog)
        .queryAllByRole("term")
        .map(({ textContent }) => textContent);
    const all = rows().length;
    await keys.press("dupl");
    expect(rows()).toEqual([seeing.command.duplicate]);
    await keys.press("{Control>}a{/Control}{Backspace}shift f6");
    expect(rows()).toEqual([seeing.command.regions]);
    await keys.press("{Control>}a{/Control}{Backspace}");
    expect(rows()).toHaveLength(all);
    await keys.press("{Escape}");
    await waitFor(() => expect(focused().dataset.row).toBe("stages"));
  });
});

describe("a lane, by keys alone", () => {
  it("[N10] is set by whom it is seen, how high it is and whether it is folded, is hidden, and all of it is taken back", async () => {
    at.show();
    const id = asId<LaneId>(at.cell().dataset.row!);
    const lane = () => laneIn(now(), id);
    const before = lane();
    await walkTo(id, "head");
    await keys.press(" ");
    await screen.findByRole("dialog", { name: map.laneSettings.title });
    await keys.take(map.laneSettings.visibility, map.visibility.backstage);
    expect(lane()?.visibility).toBe("backstage");
    await keys.take(map.laneSettings.height, map.laneSettings.heights.tall);
    expect(lane()?.height).toBe(280);
    await keys.tabTo(map.laneSettings.collapsed);
    await keys.press(" ");
    expect(lane()?.collapsed).toBe(true);
    await keys.tabTo(`^${map.hideLane.menu}`);
    await keys.press("{Enter}");
    expect(document.querySelector(`[data-lane="${id}"]`)).toBeNull();
    await goTo("map");
    await undo();
    await undo();
    await undo();
    expect(lane()).toEqual(before);
  });
});

describe("feelings, by keys alone", () => {
  let chat: string;
  beforeEach(() => {
    const stageId = at.stages[0]!;
    const made = addTouchpoint(at.scene.ctx, { stageId, title: "Chat" });
    chat = must(made).touchpointId;
    must(linkPersona(at.scene.ctx, { personaId: mark }));
  });
  const openMenu = () => keys.press("{Shift>}{F10}{/Shift}");

  it("[N10] [A1] are said from the menu as well, which a stage does not offer", async () => {
    const feelings = () => now().stages[0]?.touchpoints[0]?.emotions;
    at.show();
    await walkTo("touchpoints", chat);
    await openMenu();
    await keys.to(`^${map.feel.menu}`, "{ArrowDown}");
    await keys.press("{Enter}");
    await keys.to("^Happy", "{ArrowDown}");
    await keys.press("{Enter}");
    expect(feelings()).toEqual({ [mark]: 1 });
    await undo();
    expect(feelings()).toEqual({});
    await walkTo("stages", chat);
    await openMenu();
    expect(await screen.findByRole("menu")).toBeTruthy();
    expect(screen.queryByText(map.feel.menu)).toBeNull();
  });

  it("[N10] [R50] of one persona are put aside and shown again, and drawn as faces or as dots", async () => {
    // What is known of her is asked of the server.
    answer({ code: "not_found" }, 404);
    must(linkPersona(at.scene.ctx, { personaId: sara }));
    at.show();
    const chip = () => screen.getByRole("button", { name: /Sara/ });
    const isFaint = () => chip().className.includes("opacity-55");
    const toggle = async () => {
      await goTo("scenario");
      await keys.tabTo("Sara");
      await keys.press("{Enter}");
      await keys.until(
        () => focused().getAttribute("role") === "switch",
        "{Tab}",
      );
      await keys.press(" {Escape}");
      await waitFor(() => expect(focused()).toBe(chip()));
    };
    await toggle();
    expect(isFaint()).toBe(true);
    await toggle();
    expect(isFaint()).toBe(false);

    await fromMapMenu(emotion.about);
    const dots = await screen.findByRole("radio", { name: emotion.look.dots });
    await keys.tabTo(`^${emotion.look.faces}$`);
    await keys.press("{ArrowRight} ");
    expect(dots.getAttribute("aria-checked")).toBe("true");
  });
});
