import { describe, expect, test } from "vitest";
import {
  findMentionable,
  mentionQuery,
  mentionsIn,
  plainText,
  segmentsOf,
  withMentions,
} from "./words";

const ada = { id: "0198c000-0000-7000-8000-0000000000a1", name: "Ada" };
const adam = { id: "0198c000-0000-7000-8000-0000000000a2", name: "Ada M." };
const zoe = { id: "0198c000-0000-7000-8000-0000000000a3", name: "Zoë de Wit" };
const other = { id: "0198c000-0000-7000-8000-0000000000a4", name: "Ada" };

describe("what was said", () => {
  test("[RT-02] only http and https become links; what else looks like one stays words", () => {
    for (const text of [
      "javascript:alert(1)",
      "JaVaScRiPt://x.example/%0aalert(1)",
      "data:text/html,<script>1</script>",
      "vbscript:x",
      "www.example.org",
      "mailto:a@b.example",
      "http://",
      "https://[",
    ])
      expect(segmentsOf(text)).toEqual([{ kind: "text", text }]);
  });

  test("an address ends where the sentence goes on", () => {
    const linksIn = (text: string) =>
      segmentsOf(text).flatMap((one) => (one.kind === "link" ? one.text : []));
    expect(linksIn("See https://example.org/a?b=1#c.")).toEqual([
      "https://example.org/a?b=1#c",
    ]);
    expect(linksIn("(https://example.org/a)")).toEqual([
      "https://example.org/a",
    ]);
    expect(linksIn("https://example.org/Map_(paper), and")).toEqual([
      "https://example.org/Map_(paper)",
    ]);
    expect(linksIn("http://a.example http://b.example!")).toEqual([
      "http://a.example",
      "http://b.example",
    ]);
  });

  test("[RT-01] markup stays words, whole and in its order", () => {
    const body = `<b onclick="x">&lt;</b> <@${ada.id}> <@nobody>`;
    expect(segmentsOf(body)).toEqual([
      { kind: "text", text: '<b onclick="x">&lt;</b> ' },
      { kind: "mention", userId: ada.id },
      { kind: "text", text: " <@nobody>" },
    ]);
  });

  test("everybody who is named counts once", () => {
    const body = `<@${ada.id}> and <@${zoe.id}>, then <@${ada.id}>`;
    expect(mentionsIn(body)).toEqual([ada.id, zoe.id]);
    expect(plainText(body, (id) => (id === ada.id ? "Ada" : "Zoë"))).toBe(
      "@Ada and @Zoë, then @Ada",
    );
  });
});

describe("naming people while writing", () => {
  test("a name that was chosen becomes the person; the same letters unchosen do not", () => {
    expect(withMentions("@Ada look, @Zoë de Wit", [ada])).toBe(
      `<@${ada.id}> look, @Zoë de Wit`,
    );
    expect(withMentions("mail ada@Ada.example", [])).toBe(
      "mail ada@Ada.example",
    );
  });

  test("of two names the longer one is meant, and a name that goes on is another", () => {
    expect(withMentions("@Ada M. @Ada", [ada, adam])).toBe(
      `<@${adam.id}> <@${ada.id}>`,
    );
    expect(withMentions("@Adam", [ada])).toBe("@Adam");
  });

  test("of two people of one name both are meant, in the order in which they were chosen", () => {
    expect(withMentions("@Ada and @Ada", [other, ada])).toBe(
      `<@${other.id}> and <@${ada.id}>`,
    );
  });

  test.each([
    ["Ask @zo", 7, { from: 4, text: "zo" }],
    ["@", 1, { from: 0, text: "" }],
    ["(@Zoë de", 8, { from: 1, text: "Zoë de" }],
    ["@ada and more", 4, { from: 0, text: "ada" }],
    ["a@b.example", 11, null],
    ["@ada\nnext", 9, null],
    ["@ nothing", 9, null],
    ["nobody", 6, null],
    [`@${"x".repeat(60)}`, 61, null],
  ])("in %j at %i is looked for %j", (text, caret, query) => {
    expect(mentionQuery(text, caret)).toEqual(query);
  });

  test("people are found by the beginning of any of their names, with accents or without", () => {
    const people = [ada, adam, zoe];
    expect(findMentionable(people, "zoe")).toEqual([zoe]);
    expect(findMentionable(people, "WIT")).toEqual([zoe]);
    expect(findMentionable(people, "ada")).toEqual([ada, adam]);
    expect(findMentionable(people, "it")).toEqual([]);
  });
});
