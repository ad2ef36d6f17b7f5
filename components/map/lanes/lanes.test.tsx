import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import words from "@/lib/i18n/messages/en/map.json";
import { addLane } from "@/lib/journey/lanes";
import { setMeta } from "@/lib/journey/meta";
import { laneIn } from "../map-index";
import { TestMap } from "../testing/test-map";
import { completeJsdom } from "@/test/jsdom-browser";

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

let map: TestMap;
let laneId: string;

beforeEach(() => {
  map = new TestMap();
  map.show();
  laneId = map.cell().dataset.row ?? "";
});
afterEach(cleanup);

const height = () => laneIn(map.scene.source.get(), laneId)?.height ?? null;
const head = () => {
  const found = document.querySelector<HTMLElement>(
    `[data-cell="${laneId}/head"]`,
  );
  if (!found) throw new Error("no head");
  return found;
};
const edge = () => {
  const found = document.querySelector<HTMLElement>(
    `[data-lane-edge="${laneId}"]`,
  );
  if (!found) throw new Error("no edge");
  return found;
};
const select = (element: HTMLElement) =>
  fireEvent.pointerDown(element, { button: 0 });

describe("the height of a lane", () => {
  it("[A3] changes by keys and by menu, fits again and can be taken back", () => {
    select(head());
    map.key("ArrowDown", { shiftKey: true, altKey: true });
    expect(height()).toBe(40);
    map.key("F10", { shiftKey: true });
    fireEvent.click(
      screen.getByRole("menuitem", { name: "As high as its content" }),
    );
    expect(height()).toBeNull();
    map.scene.undo.undo();
    expect(height()).toBe(40);
  });

  it("[A3] is written once, when the edge is let go, and not where Esc ends the drag", () => {
    const pull = (end: () => void) => {
      fireEvent.pointerDown(edge(), { button: 0, clientY: 100 });
      fireEvent.pointerMove(window, { clientY: 160 });
      fireEvent.pointerMove(window, { clientY: 220 });
      expect(height()).toBeNull();
      end();
    };
    pull(() => fireEvent.keyDown(window, { key: "Escape" }));
    expect(height()).toBeNull();
    pull(() => fireEvent.pointerUp(window));
    expect(height()).toBe(120);
    fireEvent.doubleClick(edge());
    expect(height()).toBeNull();
  });
});

describe("the hint of a cell", () => {
  it("[R06] is written from its menu and gives way to the first card", async () => {
    select(map.cell());
    map.key("F10", { shiftKey: true });
    fireEvent.click(
      screen.getByRole("menuitem", { name: "Hint for this cell…" }),
    );
    const field = await screen.findByRole("textbox", { name: /Hint for this/ });
    fireEvent.change(field, { target: { value: "What do they look for?" } });
    fireEvent.submit(field);
    expect(map.cell().textContent).toContain("What do they look for?");
    map.put("A shoe that fits");
    await screen.findByText("A shoe that fits");
    expect(map.cell().textContent).not.toContain("What do they look for?");
  });
});

describe("the lines of a blueprint", () => {
  it("[R11] are chosen by their names, read out with what they divide, and move like lanes", async () => {
    const { ctx } = map.scene;
    act(() => void setMeta(ctx, { customerWord: "patient" }));
    fireEvent.click(screen.getByRole("button", { name: words.add.lane }));
    const choice = await screen.findByRole("button", {
      name: /^Line of visibility/,
    });
    expect(choice.textContent).toContain("Below this line the patient sees");
    fireEvent.click(choice);
    const lanes = () => map.scene.source.get().lanes;
    const made = lanes().at(-1);
    expect(made).toMatchObject({ kind: "line", title: "Line of visibility" });
    const cell = () =>
      document.querySelector(`[data-cell^="${made?.id}/"][role=gridcell]`);
    expect(cell()?.textContent).toBe(
      "Line of visibility: Below this line the patient sees nothing.",
    );
    expect(cell()?.querySelector(".border-dashed")).not.toBeNull();
    map.key("Escape");
    map.key("ArrowUp", { ctrlKey: true });
    expect(lanes().at(-2)?.id).toBe(made?.id);
    act(() => void map.scene.undo.undo());
    expect(lanes().at(-1)?.id).toBe(made?.id);
  });

  it("[J51] are drawn each in its own way, and one can be made another", async () => {
    const visibility = "frontstage";
    const { ctx, source } = map.scene;
    act(() => void addLane(ctx, { kind: "line", title: "", visibility }));
    const made = source.get().lanes.at(-1)!;
    const cell = () =>
      document.querySelector(`[data-cell^="${made.id}/"][role=gridcell]`)!;
    expect(cell().textContent).toBe("Line of visibility");
    select(document.querySelector(`[data-cell="${made.id}/head"]`)!);
    map.key("F10", { shiftKey: true });
    fireEvent.click(screen.getByRole("menuitem", { name: /Lane settings/ }));
    await screen.findByRole("dialog", { name: "Lane settings" });
    fireEvent.click(screen.getByRole("button", { name: /Which line/ }));
    const list = within(screen.getByRole("listbox"));
    fireEvent.click(list.getByText("Line of internal interaction"));
    expect(cell().textContent).toBe("Line of internal interaction");
    expect(cell().querySelector(".border-dotted")).not.toBeNull();
  });
});
