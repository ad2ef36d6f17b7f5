import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { must } from "@/lib/journey/testing/context";
import { setText } from "@/lib/journey/texts";
import { keyMeaning } from "../grid/key-intents";
import {
  begin,
  click,
  field,
  map,
  press,
  send,
  textOf,
  type,
} from "./testing/early-page";

test("[A6] keys that are pressed before the page is alive stand on the card and go on in its field, with the caret where it was", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  type("Newer");
  expect(field().value).toBe("Newer");
  field().setSelectionRange(2, 4);
  await awake();
  expect(field().dataset.editor).toBe("");
  expect(map.thing(card).contains(field())).toBe(true);
  expect([field().selectionStart, field().selectionEnd]).toEqual([2, 4]);
  expect([field().value, textOf(card)]).toEqual(["Newer", "Newer"]);
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(textOf(card)).toBe("Newer");
  expect(sessionStorage).toHaveLength(0);
});

test("[A6] a sign that the browser put into the field without telling of it is not lost, whether the field goes on, is left or the page ends", async () => {
  const [first, second] = [map.put("Old"), map.put("Other")];
  const { awake } = send();
  click(map.thing(first));
  press("x");
  field().setRangeText("x", 0, 3, "end");
  press("F2");
  click(map.thing(second));
  press("y");
  field().setRangeText("y", 0, 5, "end");
  fireEvent(window, new Event("beforeunload", { cancelable: true }));
  expect(JSON.parse(Object.values(sessionStorage)[0] as string)).toMatchObject([
    { card: first, text: "x" },
    { card: second, text: "y" },
  ]);
  await awake();
  expect(field().value).toBe("y");
  expect([first, second].map(textOf)).toEqual(["x", "y"]);
});

test("[A6] what a colleague writes on the same card before the page is alive is kept beside it", async () => {
  const card = map.put("The queue is long");
  const { awake } = send();
  fireEvent.doubleClick(map.thing(card));
  field().setSelectionRange(3, 3);
  type(" new");
  must(
    setText(
      { ...map.scene.ctx, origin: "other" },
      { kind: "card", id: card },
      "The queue is long today",
    ),
  );
  await awake();
  expect(field().value).toBe("The new queue is long today");
  expect(textOf(card)).toBe("The new queue is long today");
  expect(field().selectionStart).toBe(7);
});

test("[A6] words that were finished wait in sight and are written in one step that can be taken back", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  type("Done");
  press("Enter");
  expect(screen.getByText("Waits")).toBeTruthy();
  expect(document.activeElement).not.toBeInstanceOf(HTMLTextAreaElement);
  expect(textOf(card)).toBe("Old");
  await awake();
  expect(textOf(card)).toBe("Done");
  expect(screen.queryByText("Waits")).toBeNull();
  map.scene.undo.undo();
  expect(textOf(card)).toBe("Old");
});

test("[A6] a card that is begun in an empty cell before the page is alive is there afterwards, once", async () => {
  const { awake } = send();
  click(map.cell(1));
  type("First");
  press("Enter", { ctrlKey: true });
  type("Second");
  await awake();
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(map.texts(1)).toEqual(["First", "Second"]);
});

test("[A1] an input method is not interrupted when the page comes alive", async () => {
  const card = map.put("");
  const { awake } = send();
  click(map.thing(card));
  press("Process");
  const early = field();
  fireEvent.compositionStart(early);
  early.setRangeText("に", 0, 0, "end");
  fireEvent.input(early);
  await awake();
  expect(field()).toBe(early);
  early.setRangeText("日本", 0, 1, "end");
  await act(async () => {
    fireEvent.compositionEnd(early);
    await Promise.resolve();
  });
  expect(field()).not.toBe(early);
  expect([field().value, textOf(card)]).toEqual(["日本", "日本"]);
});

test("[A1] Escape leaves everything as it was", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  type("No");
  press("Escape");
  expect(document.activeElement).toBe(map.thing(card));
  await awake();
  expect(textOf(card)).toBe("Old");
  expect(document.activeElement).toBe(map.thing(card));
});

test("[A6] a reload before the page is alive loses no word, and nobody else gets one", async () => {
  const card = map.put("Old");
  send();
  click(map.thing(card));
  type("<img src=x>");
  globalThis.waymarkEarly?.end();
  document.body.replaceChildren();
  const { awake } = send();
  expect(screen.getByDisplayValue("<img src=x>")).toBeTruthy();
  await awake();
  expect(textOf(card)).toBe("<img src=x>");

  sessionStorage.setItem("waymark:early:j:someone", "[]");
  begin();
  expect(sessionStorage.getItem("waymark:early:j:someone")).toBeNull();
});

test("[C13] what was written on a card that a colleague deleted can be copied", async () => {
  const card = map.put("Old");
  const { awake } = send();
  click(map.thing(card));
  type("My words");
  press("F2");
  map.loseCard(card);
  await awake();
  expect(await screen.findByText(/You wrote: “My words”/)).toBeTruthy();
  expect(sessionStorage).toHaveLength(0);
});

test("[A1] whoever went somewhere with the arrows before the page was alive stands there afterwards", async () => {
  map.put("One");
  map.put("Two", 1);
  const { awake } = send();
  click(map.cell(0));
  press("ArrowRight");
  press("ArrowUp");
  press("ArrowDown");
  expect(document.activeElement).toBe(map.cell(1));
  await awake();
  expect(document.activeElement).toBe(map.cell(1));
  expect(map.cell(1).getAttribute("aria-selected")).toBe("true");
  fireEvent.keyDown(map.cell(1), { key: "Enter" });
  expect(field().value).toBe("Two");
});

interface Modifiers {
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
  readonly modifierAltGraph?: boolean;
}

test("[A1] what is not done early is passed on once the page knows where somebody stands", () => {
  send();
  click(map.cell());
  press("ArrowRight");
  const order: string[] = [];
  const early = globalThis.waymarkEarly!;
  early.follow(() => {
    if (early.takePlace()) order.push("stands there");
  });
  const hear = ({ key }: KeyboardEvent) => void order.push(key);
  document.addEventListener("keydown", hear, { once: true });
  press("Delete");
  expect(order).toEqual(["stands there", "Delete"]);
});

test("[A1] what writes in an empty cell before the page is alive is what does so afterwards", () => {
  send();
  const keys: readonly (readonly [string, Modifiers])[] = [
    ["a", {}],
    ["Dead", {}],
    ["€", { ctrlKey: true, altKey: true, modifierAltGraph: true }],
    ["b", { ctrlKey: true }],
    ["b", { altKey: true }],
    [" ", {}],
    ["/", {}],
    ["!", { shiftKey: true, code: "Digit1" }],
    ['"', { shiftKey: true, code: "Digit2" }],
    ["Enter", {}],
    ["Enter", { shiftKey: true }],
    ["F2", {}],
    ["Delete", {}],
    ["F5", {}],
  ];
  const situation = {
    role: "cards",
    takesTyping: true,
    hasCard: false,
    isInside: false,
    isEmpty: true,
    singleKeys: true,
  } as const;
  for (const [key, more] of keys) {
    click(map.cell());
    press(key, more);
    const writes = document.activeElement instanceof HTMLTextAreaElement;
    if (writes) press("Escape");
    const isGraph = more.modifierAltGraph === true;
    const meaning = keyMeaning(
      {
        key,
        code: more.code ?? "",
        ctrl: more.ctrlKey === true && !isGraph,
        alt: more.altKey === true && !isGraph,
        shift: more.shiftKey === true,
        isComposing: false,
      },
      situation,
    );
    const should = meaning?.type === "type" || meaning?.type === "enter";
    expect(writes, `${key} ${JSON.stringify(more)}`).toBe(should);
  }
});
