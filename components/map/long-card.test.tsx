import {
  cleanup,
  fireEvent,
  render,
  screen,
  within,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it } from "vitest";
import map from "@/lib/i18n/messages/en/map.json";
import type { Card } from "@/lib/journey/journey-map";
import { completeJsdom } from "@/test/jsdom-browser";
import { CardFace } from "./drawing/card-face";
import { TestMap } from "./testing/test-map";

completeJsdom();
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(cleanup);

const long = `${"One word after another. ".repeat(830)}The end`;
const folded = (within_: HTMLElement) =>
  within_.querySelector(".line-clamp-12") !== null;

it("[A4] a card of pages shows its beginning, and all of it to who listens or searches", () => {
  const id = at.put(long);
  at.show();
  const card = at.thing(id);
  expect(folded(card)).toBe(true);
  expect(card.textContent).toContain("The end");
  const button = within(card).getByRole("button", { name: map.long.all });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(button);
  expect(folded(card)).toBe(false);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  fireEvent.click(button);
  expect(folded(card)).toBe(true);
});

it("[A8] by keys alone the menu of the card shows all of it and folds it again", () => {
  const id = at.put(long);
  at.show();
  const choose = (name: string) => {
    fireEvent.pointerDown(at.thing(id), { button: 0 });
    at.key("F10", { shiftKey: true });
    fireEvent.click(screen.getByRole("menuitem", { name }));
  };
  choose(map.long.all);
  expect(folded(at.thing(id))).toBe(false);
  choose(map.long.less);
  expect(folded(at.thing(id))).toBe(true);
});

it("[A1] writing in a folded card shows all of it", () => {
  const id = at.put(long);
  at.show();
  fireEvent.pointerDown(at.thing(id), { button: 0 });
  fireEvent.doubleClick(at.thing(id));
  expect(at.thing(id).querySelector("textarea")?.value).toBe(long);
});

it("[A4] a card of some sentences is no longer than it is", () => {
  const id = at.put("Three words here");
  at.show();
  expect(folded(at.thing(id))).toBe(false);
  expect(
    within(at.thing(id)).queryByRole("button", { name: map.long.all }),
  ).toBeNull();
});

it("[A8] outside of the grid the button is reached by Tab", () => {
  const card = { id: "c", kind: "text", text: long } as Card;
  render(
    <NextIntlClientProvider locale="en" messages={{ map }}>
      <CardFace
        card={{
          ...card,
          metric: null,
          decision: null,
          score: null,
          task: null,
        }}
        attachments={[]}
      />
    </NextIntlClientProvider>,
  );
  expect(screen.getByRole("button", { name: map.long.all }).tabIndex).toBe(0);
});
