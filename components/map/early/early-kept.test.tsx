import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import {
  alone,
  click,
  field,
  map,
  me,
  press,
  send,
  textOf,
  type,
} from "./testing/early-page";

const keptAs = `waymark:early:${me}`;

test("[A6] what takes early words ends with the map it stands on, and they stay for when somebody comes back", async () => {
  const card = map.put("Old");
  alone();
  const { awake, leave } = send();
  click(map.thing(card));
  type("Mine");
  await awake();
  expect(screen.getByDisplayValue("Mine")).toBeTruthy();
  await leave();
  expect(globalThis.waymarkEarly).toBeUndefined();
  expect(document.querySelector("waymark-early")).toBeNull();
  expect(sessionStorage.getItem(keptAs)).toContain("Mine");
});

test("[A6] a lane of one map says nothing to what takes words on another", async () => {
  map.put("Old");
  const { awake } = send("another map:me");
  await awake();
  const early = globalThis.waymarkEarly!;
  const row = map.cell().dataset.row!;
  expect(early.isAwake(row)).toBe(false);
});

test("[A1] a dead key that writes nothing leaves the card as it was", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  press("Dead");
  expect(field()).toBeInstanceOf(HTMLTextAreaElement);
  click(map.cell(1));
  await awake();
  expect(textOf(card)).toBe("Old");
});

test("[A1] after a dead key the field that goes on still has the words, and the next sign replaces them", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  press("Dead");
  await awake();
  expect([field().value, field().dataset.editor]).toEqual(["Old", ""]);
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 3]);
  expect(textOf(card)).toBe("Old");
});

test("[A1] Escape takes back only what was written since words were finished", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  type("Done");
  press("Enter");
  fireEvent.doubleClick(map.thing(card));
  type(" more");
  expect(field().value).toBe("Done more");
  press("Escape");
  expect(screen.getByText("Waits")).toBeTruthy();
  expect(sessionStorage.getItem(keptAs)).toContain('"text":"Done"');
  await awake();
  expect(textOf(card)).toBe("Done");
});

test("[A6] words of before a reload go on where somebody writes on their card before the map is whole", () => {
  const card = map.put("Old");
  send();
  click(map.thing(card));
  type("Mine");
  globalThis.waymarkEarly?.end();
  document.body.replaceChildren();
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  send();
  fireEvent.doubleClick(map.thing(card));
  expect(field().value).toBe("Mine");
  type("!");
  document.dispatchEvent(new Event("DOMContentLoaded"));
  press("Enter");
  expect(globalThis.waymarkEarly?.kept()).toMatchObject([
    { base: "Old", text: "Mine!" },
  ]);
});
