import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setMeta } from "@/lib/journey/meta";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { must } from "@/lib/journey/testing/context";
import { replaceText, textOf } from "@/lib/journey/texts";
import map from "@/lib/i18n/messages/en/map.json";
import room from "@/lib/i18n/messages/en/room.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

function click(element: Element, more: Record<string, unknown> = {}): void {
  fireEvent.pointerDown(element, { button: 0, ...more });
  fireEvent.click(element, more);
}

function lose(root: string, id: string): void {
  const things = at.scene.doc.getMap<Map<string, unknown>>(root);
  act(() => void things.get(id)?.set("del", { by: "other", at: 1 }));
}

const touchpoint = () =>
  must(
    addTouchpoint(at.scene.ctx, {
      stageId: at.stages[0] as never,
      title: "Ad",
    }),
  ).touchpointId;

describe("reading without editing", () => {
  it("[A4] nothing on the map changes while somebody reads, and a press of a letter says why", () => {
    at.put("stays");
    at.show();
    fireEvent.click(screen.getByRole("button", { name: map.reading.read }));
    click(at.cell());
    at.key("Delete");
    at.key("x");
    at.key("d", { ctrlKey: true });
    expect(at.texts()).toEqual(["stays"]);
    expect(screen.queryByRole("textbox", { name: map.edit.card })).toBeNull();
    expect(screen.getAllByText(map.reading.typed)).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: map.reading.edit }));
    click(at.cell());
    at.key("Delete");
    expect(at.texts()).toEqual([]);
  });

  it("[A4] a touch screen begins by reading, and stays so although a mouse is plugged in", () => {
    let isCoarse = true;
    const listeners = new Set<() => void>();
    const screenOf = (query: string) => ({
      get matches() {
        return query.includes("coarse") && isCoarse;
      },
      addEventListener: (_type: string, listener: () => void) =>
        listeners.add(listener),
      removeEventListener: (_type: string, listener: () => void) =>
        listeners.delete(listener),
    });
    window.matchMedia = screenOf as never;
    at.show();
    const begin = { name: map.reading.edit };
    expect(screen.getByRole("button", begin)).toBeTruthy();
    isCoarse = false;
    act(() => listeners.forEach((listener) => listener()));
    click(at.cell());
    expect(screen.getByRole("button", begin)).toBeTruthy();
  });
});

describe("columns", () => {
  it("[A1] Delete empties and never takes a chosen column away", () => {
    const id = touchpoint();
    const card = at.put("a");
    at.show();
    click(at.thing(id));
    click(at.thing(card), { ctrlKey: true });
    at.key("Delete");
    expect(at.texts()).toEqual([]);
    expect(at.thing(id)).toBeTruthy();
  });

  it("[A3] the keys resize a column within what can be read, and nothing of it is written on the map", () => {
    const id = touchpoint();
    at.show();
    click(at.thing(id));
    const columns = () =>
      document
        .querySelector<HTMLElement>("[data-map-scroll]")
        ?.style.getPropertyValue("--columns");
    expect(columns()).toContain("224px");
    at.key("ArrowRight", { altKey: true, shiftKey: true });
    expect(columns()).toContain("248px");
    for (let press = 0; press < 30; press += 1)
      at.key("ArrowLeft", { altKey: true, shiftKey: true });
    expect(columns()).toContain("140px");
    expect(at.scene.undo.canUndo()).toBe(false);
  });

  it("[A3] two clicks on its edge make a column as wide as its longest line, within what can be read, as the menu does", async () => {
    // A page without a layout: each character is ten pixels wide.
    HTMLCanvasElement.prototype.getContext = (() => ({
      measureText: (words: string) => ({ width: 10 * words.length }),
    })) as never;
    const id = touchpoint();
    at.show();
    const width = () =>
      document
        .querySelector<HTMLElement>("[data-map-scroll]")
        ?.style.getPropertyValue("--columns")
        .split(" ")[1];
    const write = (title: string) => {
      const ref = { kind: "touchpoint", id, field: "title" } as const;
      const text = textOf(at.scene.doc, ref)!;
      act(() => void replaceText(text, title, at.scene.ctx.origin));
    };
    const edge = () => document.querySelector(`[data-resize="${id}"]`);
    // It is there where the pointer is, as whatever only a pointer needs.
    expect(edge()).toBeNull();
    fireEvent.pointerMove(at.thing(id));
    const fit = () => fireEvent.dblClick(edge()!);
    write("Sees our ad in the tram");
    fit();
    expect(width()).toBe("282px");
    write("Sees it");
    fit();
    expect(width()).toBe("140px");
    write("Sees our ad in the tram and tells everybody of it");
    fit();
    expect(width()).toBe("420px");
    write("Sees our ad in the tram");
    click(at.thing(id));
    at.key("F10", { shiftKey: true });
    fireEvent.click(
      await screen.findByRole("menuitem", { name: map.width.fit }),
    );
    expect(width()).toBe("282px");
  });

  it("[A3] a locked structure refuses in words, whichever key or menu asks", () => {
    const id = touchpoint();
    must(setMeta(at.scene.ctx, { structureLocked: true }));
    at.show();
    click(at.thing(id));
    at.key("ArrowRight", { ctrlKey: true });
    at.key("d", { ctrlKey: true });
    at.key("Enter", { ctrlKey: true });
    expect(
      screen.getAllByText(room.refused.structure_locked).length,
    ).toBeGreaterThan(0);
    expect(at.scene.source.get().stages[0]?.touchpoints).toHaveLength(1);
  });
});

describe("a colleague deletes what I hold", () => {
  it("[A3] the name of a touchpoint that I was writing is offered for copying, and the touchpoint comes back", async () => {
    const copied = vi.fn(async () => undefined);
    Object.assign(navigator, { clipboard: { writeText: copied } });
    const id = touchpoint();
    at.show();
    click(at.thing(id));
    at.key("Enter");
    const field = screen.getByRole("textbox", { name: map.edit.touchpoint });
    fireEvent.input(field, { target: { value: "Ad in the tram" } });
    lose("touchpoints", id);
    fireEvent.click(screen.getByRole("button", { name: map.deleted.copy }));
    await vi.waitFor(() =>
      expect(copied).toHaveBeenCalledWith("Ad in the tram"),
    );
  });

  it("[A3] what I carry by keys leaves my hand, with a word about it", () => {
    const id = touchpoint();
    at.show();
    click(at.thing(id));
    at.key("m");
    lose("touchpoints", id);
    expect(
      screen.getByText(/^Someone deleted what you were moving/),
    ).toBeTruthy();
  });
});
