import { expect, test } from "vitest";
import { readAs } from "./kind";
import { journeySeed } from "./seed";

const seed = (lane: object, emotions: unknown = {}) => ({
  title: "Shoes",
  locale: "en",
  personas: [],
  stages: [
    {
      key: "buy",
      title: "Buy",
      touchpoints: [{ key: "0", title: "Pay", emotions }],
    },
  ],
  lanes: [{ key: "text", kind: "text", title: "Text", span: "stage", ...lane }],
});

test("[J44] a seed says by key what belongs where; a list is no such table, and no key is left out in silence", () => {
  const cards = { buy: [{ text: "Too slow" }] };
  expect(readAs(journeySeed, seed({ cards }))).toBeDefined();
  for (const wrong of [
    seed({ cards: [] }),
    seed({ cards: { constructor: [{ text: "Gone" }] } }),
    seed({ cards: JSON.parse('{"__proto__": [{ "text": "Gone" }]}') }),
    seed({ cellHints: [] }),
    seed({ cellHints: { prototype: "Gone" } }),
    seed({}, []),
  ])
    expect(readAs(journeySeed, wrong)).toBeUndefined();
});
