import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import map from "@/lib/i18n/messages/en/map.json";
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
  const unseen = [...document.querySelectorAll("[data-act]")].flatMap(
    (button) => button.closest(".opacity-0") ?? [],
  );
  expect(unseen.length).toBeGreaterThan(2);
  for (const { className } of unseen)
    expect(className).toMatch(
      /pointer-coarse:pointer-events-none .*\[mark=active\]\/\w+:pointer-events-auto/,
    );
});
