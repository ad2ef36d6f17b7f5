import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  within,
  waitFor,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer } from "@/components/touchpoint/testing/panel-hands";
import { setEmotion } from "@/lib/journey/emotions";
import { asId } from "@/lib/journey/ids";
import type { LaneId, PersonaId, TouchpointId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { linkPersona } from "@/lib/journey/meta";
import { setStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { setText } from "@/lib/journey/texts";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import type { LaneKind } from "@/lib/journey/vocabulary";
import map from "@/lib/i18n/messages/en/map.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

const said = vi.hoisted((): string[] => []);
vi.mock("@atlaskit/pragmatic-drag-and-drop-live-region", () => ({
  announce: (text: string) => void said.push(text),
  cleanup: () => undefined,
}));

completeJsdom();
// Parts are loaded when they are first shown.
configure({ asyncUtilTimeout: 20_000 });
const mark = asId<PersonaId>("0198c000-0000-7000-8000-0000000000b1");
const sara = asId<PersonaId>("0198c000-0000-7000-8000-0000000000b2");
let at: TestMap;
let points: TouchpointId[];
beforeEach(() => {
  at = new TestMap();
  at.people = [
    { id: mark, name: "Mark" },
    { id: sara, name: "Sara" },
  ];
  said.length = 0;
  points = ["Chat", "Shop", "Till"].map(
    (title) =>
      must(addTouchpoint(at.scene.ctx, { stageId: at.stages[0]!, title }))
        .touchpointId,
  );
  must(linkPersona(at.scene.ctx, { personaId: mark }));
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const lane = (kind: LaneKind): LaneId =>
  must(addLane(at.scene.ctx, { kind, title: kind })).laneId;

function click(element: Element, more: Record<string, unknown> = {}): void {
  fireEvent.pointerDown(element, { button: 0, ...more });
  fireEvent.click(element, more);
}

function cell(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-cell="${name}"]`);
  if (!found) throw new Error(`no cell ${name}`);
  return found;
}

const feelings = () =>
  at.scene.source
    .get()
    .stages.flatMap(({ touchpoints }) => touchpoints)
    .map(({ emotions }) => emotions);

describe("feelings", () => {
  it("[A1] a feeling inside a block is shown as selected, as Delete empties it and counts what was there", () => {
    const emotion = lane("emotion");
    must(
      setEmotion(at.scene.ctx, {
        touchpointId: points[1]!,
        personaId: mark,
        value: 2,
      }),
    );
    at.show();
    click(cell(`${emotion}/${points[0]}`));
    at.key("ArrowRight", { shiftKey: true });
    at.key("ArrowRight", { shiftKey: true });
    const selected = points.map((id) =>
      cell(`${emotion}/${id}`).getAttribute("aria-selected"),
    );
    expect(selected).toEqual(["true", "true", "true"]);
    at.key("Delete");
    expect(feelings()).toEqual([{}, {}, {}]);
    expect(said).toContain("1 entry cleared");
  });

  it.each(["emotion", "channel", "stakeholder", "evidence"] as const)(
    "[A1] the keys 1 to 5 say on a cell of the lane of kind %s how it feels, and for whom",
    (kind) => {
      const id = lane(kind);
      at.show();
      click(cell(`${id}/${points[1]}`));
      at.key("1");
      expect(feelings()[1]).toEqual({ [mark]: -2 });
      expect(said.at(-1)).toBe("Mark: Very angry");
    },
  );

  it("[A1] with several personas the keys ask whose feeling it is, and whoever was chosen last comes first", () => {
    must(linkPersona(at.scene.ctx, { personaId: sara }));
    at.show();
    click(at.thing(points[0]!));
    at.key("5");
    const menu = screen.getByRole("menu", { name: /Who feels/ });
    const names = () =>
      screen.getAllByRole("menuitem").map(({ textContent }) => textContent);
    expect(menu).toBeTruthy();
    fireEvent.click(screen.getByRole("menuitem", { name: "Sara" }));
    expect(feelings()[0]).toEqual({ [sara]: 2 });
    expect(said.at(-1)).toMatch(/^Sara: /);
    click(at.thing(points[1]!));
    at.key("4");
    expect(names()).toEqual(["Sara", "Mark"]);
  });
});

describe("taking back", () => {
  it("[A1] says what was taken back, by its name, and says so when there is nothing", () => {
    at.put("Too slow");
    at.show();
    click(at.cell());
    at.key("Delete");
    at.key("z", { ctrlKey: true });
    expect(at.texts()).toEqual(["Too slow"]);
    expect(said.at(-1)).toBe("Undone at “Too slow”");
    at.key("z", { ctrlKey: true, shiftKey: true });
    expect(said.at(-1)).toBe("Done again at “Too slow”");
    at.key("z", { ctrlKey: true });
    at.key("z", { ctrlKey: true });
    expect(said.at(-1)).toBe(map.spoken.nothing.undo);
  });

  it("[A1] does not say that it was done where a colleague has changed it since", () => {
    at.show();
    const stageId = at.stages[0]!;
    must(setStage(at.scene.ctx, { stageId, colour: "red" }));
    const colleague = { ...at.scene.ctx, undo: undefined, origin: {} };
    act(() => void setStage(colleague, { stageId, colour: "blue" }));
    click(at.cell());
    at.key("z", { ctrlKey: true });
    expect(screen.getByText(/has changed that since/)).toBeTruthy();
    expect(said.filter((words) => words.startsWith("Undone"))).toEqual([]);
  });

  it("[A1] works wherever nothing is written: on the page itself and on a button of the header", () => {
    at.show();
    const ref = { kind: "stage", id: at.stages[0]!, field: "title" } as const;
    const title = () => at.scene.source.get().stages[0]?.title;
    const stageId = at.stages[0]!;
    const colour = () => at.scene.source.get().stages[0]?.colour;
    act(() => void setStage(at.scene.ctx, { stageId, colour: "red" }));
    (document.activeElement as HTMLElement | null)?.blur();
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    expect(colour()).toBeNull();
    screen.getByRole("button", { name: map.undo }).parentElement?.focus();
    const button = screen.getByRole("button", { name: map.reading.read });
    act(() => button.focus());
    at.key("y", { ctrlKey: true });
    expect(colour()).toBe("red");
    act(() => void setText(at.scene.ctx, ref, "Look"));
    const field = screen.getByRole("textbox", { name: /Title of the journey/ });
    fireEvent.keyDown(field, { key: "z", ctrlKey: true });
    expect(title()).toBe("Look");
  });

  it("[A1] takes a choice back from the panel, and the focus stays in it", async () => {
    at.show({ kind: "touchpoint", id: points[0]! });
    const panel = await screen.findByRole("complementary");
    const differs = await within(panel).findByRole("radio", {
      name: "Reality differs",
    });
    const status = () =>
      at.scene.source.get().stages[0]?.touchpoints[0]?.messageStatus;
    act(() => differs.focus());
    fireEvent.click(differs);
    expect(status()).toBe("differs");
    at.key("z", { ctrlKey: true });
    expect(status()).toBeNull();
    expect(said.at(-1)).toBe("Undone at “Chat”");
    expect(panel.contains(document.activeElement)).toBe(true);
    at.key("Z", { ctrlKey: true, shiftKey: true });
    expect(status()).toBe("differs");
  });
});

describe("several chosen", () => {
  it("[A3] Ctrl and an arrow carry all that are chosen, as a drag does", () => {
    const ids = ["a", "b", "c", "d"].map((text) => at.put(text));
    at.show();
    click(at.thing(ids[0]!));
    click(at.thing(ids[1]!), { ctrlKey: true });
    at.key("ArrowDown", { ctrlKey: true });
    expect(at.texts()).toEqual(["c", "a", "b", "d"]);
    at.key("ArrowUp", { ctrlKey: true });
    expect(at.texts()).toEqual(["a", "b", "c", "d"]);
  });

  it("[A3] held by the keys they come down together", () => {
    at.show();
    click(at.thing(points[0]!));
    click(at.thing(points[1]!), { ctrlKey: true });
    at.key("m");
    at.key("ArrowRight");
    at.key("Enter");
    const titles = at.scene.source
      .get()
      .stages[0]?.touchpoints.map(({ title }) => title);
    expect(titles).toEqual(["Till", "Chat", "Shop"]);
  });

  it("[A5] o gives all of them one owner", () => {
    at.show();
    click(at.thing(points[0]!));
    click(at.thing(points[2]!), { ctrlKey: true });
    at.key("o");
    fireEvent.click(screen.getByRole("option", { name: /Noor/ }));
    const owned = at.scene.source
      .get()
      .stages[0]?.touchpoints.map(({ owners }) => owners.length);
    expect(owned).toEqual([1, 0, 1]);
  });
});

describe("what a key cannot do", () => {
  it("[A1] Space on a stage opens the settings of the stage, also of an empty one", () => {
    at.show();
    for (const id of [at.stages[0]!, at.stages[2]!]) {
      click(cell(`stages/${id}`));
      at.key(" ");
      expect(screen.getByRole("dialog")).toBeTruthy();
      at.key("Escape");
    }
  });

  it("[A1] Delete where there is nothing to empty says so, and where it is changed instead", () => {
    const evidence = lane("evidence");
    at.show();
    click(cell(`${evidence}/${points[0]}`));
    at.key("Delete");
    expect(said.at(-1)).toBe(map.spoken.elsewhere);
    click(at.cell(1));
    at.key("Delete");
    expect(said.at(-1)).toBe(map.spoken.emptyAlready);
  });

  it("[A2] pasting while somebody reads says why nothing came", () => {
    at.show();
    fireEvent.click(screen.getByRole("button", { name: map.reading.read }));
    click(at.cell());
    const getData = (type: string) => (type === "text/plain" ? "words" : "");
    fireEvent.paste(at.cell(), { clipboardData: { getData } });
    expect(at.texts()).toEqual([]);
    expect(screen.getByText(map.reading.typed)).toBeTruthy();
  });
});

describe("colleagues", () => {
  it("[A5] have a ring on every cell of a lane: feelings, folded stages and empty ones too", () => {
    const emotion = lane("emotion");
    const folded = { stageId: at.stages[1]!, collapsed: true };
    must(setStage(at.scene.ctx, folded));
    const grace = { id: "g", name: "Grace", colour: "green", isIdle: false };
    at.scene.others = [grace as never];
    at.show();
    const row = document.querySelector(`[data-lane="${emotion}"]`);
    const cells = row?.querySelectorAll("[data-cell]").length;
    // Three feelings, a folded stage, an empty one, and the name of the lane.
    expect(cells).toBe(6);
    expect(row?.textContent.match(/Grace/g)).toHaveLength(6);
  });
});

describe("pickers", () => {
  it("[R71] o makes somebody involved without making them responsible", () => {
    at.show();
    click(at.thing(points[0]!));
    at.key("o");
    fireEvent.click(
      screen.getByRole("checkbox", { name: map.owner.onlyInvolved }),
    );
    fireEvent.click(screen.getByRole("option", { name: /Noor/ }));
    expect(at.scene.source.get().stages[0]?.touchpoints[0]?.owners).toEqual([
      { stakeholderId: at.noor, role: "involved" },
    ]);
  });

  it("[R35] channels are found by typing, and one that nobody knows is made", async () => {
    const channels = lane("channel");
    const fax = "0198c000-0000-7000-8000-0000000000c1";
    answer({
      id: fax,
      key: null,
      name: "Fax",
      icon: "circle",
      medium: "online",
      archived: false,
    });
    at.show();
    click(cell(`${channels}/${points[0]}`));
    at.key("Enter");
    const search = screen.getByRole("searchbox", { name: map.channels.search });
    fireEvent.change(search, { target: { value: "pho" } });
    expect(screen.getAllByRole("option")).toHaveLength(1);
    fireEvent.change(search, { target: { value: "Fax" } });
    expect(screen.getByText(map.channels.nothing)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Fax/ }));
    await waitFor(() =>
      expect(at.scene.source.get().stages[0]?.touchpoints[0]?.channels).toEqual(
        [fax],
      ),
    );
    vi.unstubAllGlobals();
  });
});

describe("putting aside", () => {
  it("[A4] a lane is hidden by its menu for this reader alone, and comes back by Undo", () => {
    const pains = lane("pain");
    at.show();
    const row = () => document.querySelector(`[data-lane="${pains}"]`);
    click(cell(`${pains}/head`));
    at.key("ContextMenu");
    fireEvent.click(screen.getByRole("menuitem", { name: map.hideLane.menu }));
    expect(row()).toBeNull();
    expect(at.scene.source.get().lanes.map(({ id }) => id)).toContain(pains);
    expect(screen.getByText(/The filter shows it again/)).toBeTruthy();
    const undo = screen.getAllByRole("button", { name: map.undo });
    fireEvent.click(undo.at(-1)!);
    expect(row()).not.toBeNull();
  });

  it("[A4] the settings of a lane hide it too", () => {
    const pains = lane("pain");
    at.show();
    click(cell(`${pains}/head`));
    at.key(" ");
    fireEvent.click(screen.getByRole("button", { name: map.hideLane.menu }));
    expect(document.querySelector(`[data-lane="${pains}"]`)).toBeNull();
  });
});

describe("a colleague deletes what I write about in the panel", () => {
  const lose = (root: string, id: string) => {
    const things = at.scene.doc.getMap<Map<string, unknown>>(root);
    act(() => void things.get(id)?.set("del", { by: "other", at: 1 }));
  };

  it.each(["touchpoint", "card"] as const)(
    "[A3] the words that I am writing in the record of a %s are offered for copying",
    async (kind) => {
      const id = kind === "card" ? at.put("Slow") : points[0]!;
      at.show({ kind, id });
      const panel = await screen.findByRole("complementary");
      const [field] = within(panel).getAllByRole("textbox");
      act(() => field?.focus());
      const value = `What I said of the ${kind}`;
      fireEvent.input(field!, { target: { value } });
      lose(`${kind}s`, id);
      expect(await screen.findByText(new RegExp(`“${value}”`))).toBeTruthy();
      expect(
        screen.getAllByRole("button", { name: map.deleted.copy }).length,
      ).toBeGreaterThan(0);
    },
  );
});
