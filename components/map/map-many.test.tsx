import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addChannel } from "@/lib/journey/channels";
import { asId } from "@/lib/journey/ids";
import type { CardId, StakeholderId, TouchpointId } from "@/lib/journey/ids";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { must } from "@/lib/journey/testing/context";
import map from "@/lib/i18n/messages/en/map.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(cleanup);

const bar = () => screen.queryByRole("toolbar", { name: map.many.label });
const button = (name: string) => screen.getByRole("button", { name });

function click(element: Element, more: Record<string, unknown> = {}): void {
  fireEvent.pointerDown(element, { button: 0, ...more });
  fireEvent.click(element, more);
}

function choose(...ids: readonly string[]): void {
  ids.forEach((id, index) => click(at.thing(id), { ctrlKey: index > 0 }));
}

describe("choosing several things", () => {
  it("[A3] Ctrl and a click choose cards one by one, and once more lets go", () => {
    const ids = [at.put("a"), at.put("b", 1), at.put("c", 2)];
    at.show();
    expect(bar()).toBeNull();
    choose(...ids);
    expect(bar()?.textContent).toContain("3 cards");
    click(at.thing(ids[1] ?? ""), { ctrlKey: true });
    expect(bar()?.textContent).toContain("2 cards");
    at.key("Escape");
    expect(bar()).toBeNull();
  });

  it("[A3] Shift and a click choose all cards between two of a cell", () => {
    const ids = ["a", "b", "c"].map((text) => at.put(text));
    at.show();
    click(at.thing(ids[0] ?? ""));
    click(at.thing(ids[2] ?? ""), { shiftKey: true });
    expect(bar()?.textContent).toContain("3 cards");
  });

  it("[A3] Shift and the arrows choose cards of a cell, and take back on the way back", () => {
    ["a", "b", "c"].forEach((text) => at.put(text));
    at.show();
    click(at.cell());
    at.key("Enter");
    at.key("ArrowDown", { shiftKey: true });
    at.key("ArrowDown", { shiftKey: true });
    expect(bar()?.textContent).toContain("3 cards");
    at.key("ArrowUp", { shiftKey: true });
    expect(bar()?.textContent).toContain("2 cards");
  });

  it("[A3] Shift and Space choose by keys alone, and the arrows keep what is chosen", () => {
    at.put("a");
    at.put("b", 1);
    at.show();
    click(at.cell());
    at.key(" ", { shiftKey: true });
    at.key("ArrowRight");
    at.key(" ", { shiftKey: true });
    expect(bar()?.textContent).toContain("2 cards");
  });

  it("[A8] a chosen card says so in words", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.show();
    choose(...ids);
    expect(at.thing(ids[0] ?? "").textContent).toContain(map.many.picked);
  });

  it("[A5] what a colleague deletes is no longer chosen", () => {
    const ids = [at.put("a"), at.put("b", 1), at.put("c", 2)];
    at.show();
    choose(...ids);
    act(() => at.loseCard(ids[0] ?? asId("")));
    expect(bar()?.textContent).toContain("2 cards");
  });

  it("who may only read chooses cells but is offered nothing", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.scene.canEdit = false;
    at.show();
    choose(...ids);
    expect(bar()).toBeNull();
  });
});

describe("changing several things", () => {
  it("deletes them in one step to take back", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.show();
    choose(...ids);
    fireEvent.click(button(map.many.delete));
    expect([at.texts(0), at.texts(1)]).toEqual([[], []]);
    act(() => void at.scene.undo.undo());
    expect([at.texts(0), at.texts(1)]).toEqual([["a"], ["b"]]);
    act(() => void at.scene.undo.redo());
    expect([at.texts(0), at.texts(1)]).toEqual([[], []]);
  });

  it("[A1] copies all of them next to themselves in one step, and chooses the copies", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.put("stays", 1);
    at.show();
    choose(...ids);
    at.key("d", { ctrlKey: true });
    expect([at.texts(0), at.texts(1)]).toEqual([
      ["a", "a"],
      ["b", "b", "stays"],
    ]);
    expect(bar()?.textContent).toContain("2 cards");
    at.key("Delete");
    expect([at.texts(0), at.texts(1)]).toEqual([["a"], ["b", "stays"]]);
    act(() => void at.scene.undo.undo());
    act(() => void at.scene.undo.undo());
    expect([at.texts(0), at.texts(1)]).toEqual([["a"], ["b", "stays"]]);
  });

  it("[A1] copies all stages whose headings are selected", () => {
    at.show();
    const stages = () => at.scene.source.get().stages.length;
    const before = stages();
    click(at.thing(at.stages[0] ?? ""));
    at.key("ArrowRight", { shiftKey: true });
    at.key("d", { ctrlKey: true });
    expect(stages()).toBe(before + 2);
    act(() => void at.scene.undo.undo());
    expect(stages()).toBe(before);
  });

  it("Delete means what is chosen, not the cell where the selection stands", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.put("stays", 1);
    at.show();
    choose(...ids);
    at.key("Delete");
    expect([at.texts(0), at.texts(1)]).toEqual([[], ["stays"]]);
  });

  it("colours them in one step to take back", () => {
    const ids = [at.put("a"), at.put("b", 1)];
    at.show();
    choose(...ids);
    fireEvent.click(button(map.menu.colour));
    fireEvent.click(screen.getByRole("menuitem", { name: /Green/ }));
    expect(ids.map((id) => at.card(id)?.colour)).toEqual(["green", "green"]);
    act(() => void at.scene.undo.undo());
    expect(ids.map((id) => at.card(id)?.colour)).toEqual([null, null]);
  });

  it("moves them to one place in their order on the map, in one step to take back", () => {
    const ids = [at.put("c", 1), at.put("a"), at.put("b")];
    at.put("last", 2);
    at.show();
    choose(...ids);
    fireEvent.click(button(map.menu.moveTo));
    const dialog = screen.getByRole("dialog", { name: "Move 3 entries" });
    expect(dialog).toBeTruthy();
    at.pick("Column", "Use");
    at.pick("Before", "last");
    fireEvent.click(button(map.moveTo.move));
    expect(at.texts(2)).toEqual(["a", "b", "c", "last"]);
    act(() => void at.scene.undo.undo());
    expect([at.texts(0), at.texts(1), at.texts(2)]).toEqual([
      ["a", "b"],
      ["c"],
      ["last"],
    ]);
  });

  it("[R71] [R35] gives touchpoints one owner and one channel, in one step each", () => {
    const ids = ["Chat", "Shop"].map(
      (title) =>
        must(
          addTouchpoint(at.scene.ctx, {
            stageId: at.stages[0] ?? asId(""),
            title,
          }),
        ).touchpointId,
    );
    at.show();
    choose(...ids);
    expect(bar()?.textContent).toContain("2 touchpoints");
    fireEvent.click(button(map.menu.owner));
    fireEvent.click(screen.getByRole("option", { name: /Noor/ }));
    const owners = () =>
      touchpoints(ids).map((one) => one?.owners[0]?.stakeholderId);
    expect(owners()).toEqual([at.noor, at.noor] satisfies StakeholderId[]);
    fireEvent.click(button(map.many.channels));
    fireEvent.click(screen.getByRole("option", { name: /Phone/ }));
    const channels = () => touchpoints(ids).map((one) => one?.channels.length);
    expect(channels()).toEqual([1, 1]);
    act(() => void at.scene.undo.undo());
    expect(channels()).toEqual([0, 0]);
    act(() => void at.scene.undo.undo());
    expect(owners()).toEqual([undefined, undefined]);
  });

  it("[R35] Escape closes the channels and takes none of them away", () => {
    const ids = ["Chat", "Shop"].map((title) => {
      const stageId = at.stages[0] ?? asId("");
      const made = must(addTouchpoint(at.scene.ctx, { stageId, title }));
      const { touchpointId } = made;
      must(addChannel(at.scene.ctx, { touchpointId, channelId: at.phone }));
      return touchpointId;
    });
    at.show();
    choose(...ids);
    fireEvent.click(button(map.many.channels));
    act(() => screen.getByRole("searchbox").focus());
    at.key("Escape");
    expect(touchpoints(ids).map((one) => one?.channels)).toEqual([
      [at.phone],
      [at.phone],
    ]);
    expect(screen.queryByRole("searchbox")).toBeNull();
  });

  it("[R72] an owner of chosen actions gets them as tasks", () => {
    const ids = [at.put("Call back", 0, "action"), at.put("Ask", 1, "action")];
    at.show();
    choose(...ids);
    fireEvent.click(button(map.menu.owner));
    fireEvent.click(screen.getByRole("option", { name: /Noor/ }));
    expect(ids.map((id: CardId) => at.card(id)?.task)).toEqual([
      { stakeholderId: at.noor, status: "open", due: null },
      { stakeholderId: at.noor, status: "open", due: null },
    ]);
  });
});

function touchpoints(ids: readonly TouchpointId[]) {
  const all = at.scene.source
    .get()
    .stages.flatMap((stage) => stage.touchpoints);
  return ids.map((id) => all.find((one) => one.id === id));
}
