import { act, cleanup, fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { setCard } from "@/lib/journey/cards";
import type { CardId } from "@/lib/journey/ids";
import { must } from "@/lib/journey/testing/context";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
let at: TestMap;
let card: CardId;
beforeEach(() => {
  at = new TestMap();
  card = at.put("shoes");
  at.put("boots");
  at.show();
});
afterEach(cleanup);

/** A colleague writes other words on the card, and does what else there is with it. */
function write(text: string, more: () => void = () => undefined): void {
  const { doc } = at.scene;
  act(() =>
    Y.transact(doc, () => {
      const words = doc.getMap<Y.Map<Y.Text>>("cards").get(card)?.get("text");
      words?.delete(0, words.length);
      words?.insert(0, text);
      more();
    }),
  );
}

const paint = (colour: "red" | "blue") => () =>
  void must(setCard(at.scene.ctx, { cardId: card, colour }));

const shown = () => at.cell().textContent;
/** React gives an element new properties whenever it draws it. */
const drawing = () => {
  const element = at.thing(card);
  const name = Object.keys(element).find((it) => it.startsWith("__reactProps"));
  return element[name as keyof HTMLElement];
};

it("[A5] words of a colleague stand on their card, which is not drawn again for them", () => {
  const before = drawing();
  write("sandals");
  expect(shown()).toBe("sandalsboots");
  write("clogs");
  expect(shown()).toBe("clogsboots");
  expect(drawing()).toBe(before);
});

it("[A5] words that are as they were drawn at first stand there again, with what else is new", () => {
  write("sandals");
  write("shoes", paint("red"));
  expect(shown()).toBe("shoesboots");
  expect(at.thing(card).dataset.colour).toBe("red");
  write("clogs");
  write("clogs", paint("blue"));
  expect(shown()).toBe("clogsboots");
  write("shoes");
  expect(shown()).toBe("shoesboots");
});

it("[A5] words stay the last ones whatever of the card is drawn again meanwhile", () => {
  write("sandals");
  fireEvent.pointerDown(at.cell(), { button: 0 });
  fireEvent.click(at.cell());
  expect(shown()).toBe("sandalsboots");
  write("shoes");
  expect(shown()).toBe("shoesboots");
  fireEvent.pointerMove(at.thing(card));
  at.key("Escape");
  expect(shown()).toBe("shoesboots");
});

it("[A5] words that become none or many, and those of a card that is written here, are drawn as ever", () => {
  write("");
  expect(shown()).toBe("boots");
  write("line\n".repeat(30));
  expect(at.thing(card).querySelector("[data-act=unfold]")).toBeTruthy();
  write("shoes");
  expect(shown()).toBe("shoesboots");
  fireEvent.pointerDown(at.thing(card), { button: 0 });
  fireEvent.click(at.thing(card));
  at.key("Enter");
  write("new shoes");
  const field = at.cell().querySelector("textarea");
  expect(field?.value).toBe("new shoes");
  at.key("Escape");
  expect(shown()).toBe("new shoesboots");
});
