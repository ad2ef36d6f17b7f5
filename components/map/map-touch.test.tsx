import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import map from "@/lib/i18n/messages/en/map.json";
import { setStage } from "@/lib/journey/stages";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
afterEach(cleanup);

it("a tap that first shows a button of a cell does not press it, and the next one does", () => {
  const at = new TestMap();
  at.show();
  const lane = () => at.scene.source.get().lanes[0];
  const head = screen.getByRole("rowheader", { name: /Needs/ });
  const fold = () => screen.getAllByRole("button", { name: map.menu.fold })[0]!;
  // The button takes no touch until its cell is selected, so the finger comes down on the cell and goes up on the button.
  fireEvent.pointerDown(head, { button: 0, pointerType: "touch" });
  fireEvent.click(fold(), { detail: 1 });
  expect(lane()?.collapsed).toBe(false);
  fireEvent.pointerDown(fold(), { button: 0, pointerType: "touch" });
  fireEvent.click(fold(), { detail: 1 });
  expect(lane()?.collapsed).toBe(true);
});

it("what is not seen takes no touch", () => {
  const at = new TestMap();
  at.show();
  for (const role of ["columnheader", "rowheader"])
    for (const head of screen.getAllByRole(role))
      fireEvent.pointerOver(head, { pointerType: "touch" });
  const unseen = [...document.querySelectorAll("[data-act]")].flatMap(
    (button) => button.closest(".opacity-0") ?? [],
  );
  expect(unseen.length).toBeGreaterThan(2);
  for (const { className } of unseen)
    expect(className).toMatch(
      /pointer-coarse:pointer-events-none .*\[mark=active\]\/\w+:pointer-events-auto/,
    );
});

it("[A1] what passes under a mouse that rests while somebody scrolls has no tools, and has them once the mouse moves", () => {
  const at = new TestMap();
  at.show();
  const cell = at.cell(1);
  const tools = () => cell.querySelectorAll("[data-act=add-card]").length;
  fireEvent.pointerOver(cell, { pointerType: "mouse" });
  expect(tools()).toBe(0);
  fireEvent.pointerMove(cell, { pointerType: "mouse" });
  expect(tools()).toBe(1);
});

it("[A1] on a phone, which has no room for their buttons, undo and redo stand in the menu of the map", async () => {
  const at = new TestMap();
  window.matchMedia = ((query: string) => ({
    matches: query.includes("max-width"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  at.show();
  const colour = () => at.scene.source.get().stages[0]?.colour;
  const open = () =>
    fireEvent.click(screen.getByRole("button", { name: map.header.more }));
  const choose = async (name: string) => {
    open();
    const item = { name: new RegExp(`^${name}`) };
    fireEvent.click(await screen.findByRole("menuitem", item));
  };
  const stageId = at.stages[0]!;
  act(() => void setStage(at.scene.ctx, { stageId, colour: "red" }));
  await choose(map.undo);
  expect(colour()).toBeNull();
  await choose(map.redo);
  expect(colour()).toBe("red");
  open();
  await screen.findByRole("menu");
  expect(screen.queryByRole("menuitem", { name: /^Redo/ })).toBeNull();
});
