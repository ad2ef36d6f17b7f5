import { describe, expect, test } from "vitest";
import type { DigestContent } from "@/lib/digest/digest";
import { digestText, type DigestLetter } from "./digest-text";

const none = { items: [], more: 0 };
const content: DigestContent = {
  overdue: {
    items: [
      { text: "Call back", due: "2026-11-03", place: "Buying › Fitting" },
    ],
    more: 0,
  },
  open: { items: [{ text: "", due: null, place: "" }], more: 3 },
  gained: {
    items: [{ title: "Asks in the chat", journey: "Buying" }],
    more: 0,
  },
  given: {
    items: [
      { title: "Reads a mail", journey: "Buying", owners: ["Ben", "Anna"] },
      { title: "", journey: "", owners: [] },
    ],
    more: 0,
  },
};
const letter: DigestLetter = {
  name: "Noor",
  workspace: "Shoes",
  content,
  link: "https://maps.example/p/secret",
  stopLink: "https://maps.example/u/stop",
};

describe("the weekly mail", () => {
  test("[N04] says what is overdue, open, gained and given, and where to go", () => {
    expect(digestText(letter, "en").text).toBe(`Hello Noor,

This is what there is for you in “Shoes”.

Overdue
- Call back (Buying › Fitting), due November 3, 2026

Open tasks
- Task without text
- and 3 more

You are responsible for these now
- Asks in the chat (Buying)

You are not responsible for these any more
- Reads a mail (Buying): now Ben, Anna
- Untitled touchpoint: now nobody

Open my page:
https://maps.example/p/secret

This mail comes once a week, when there is something to say, because you are a stakeholder in “Shoes”.

Stop this mail:
https://maps.example/u/stop`);
  });

  test.each([
    ["nl", "Te laat", "uiterlijk 3 november 2026", "nu Ben, Anna"],
    ["de", "Überfällig", "fällig am 3. November 2026", "jetzt Ben, Anna"],
  ])("[N13] speaks the receiver's language: %s", (locale, ...words) => {
    const { text, html } = digestText(letter, locale);
    for (const word of words) expect(text).toContain(word);
    expect(html).toContain(`lang="${locale}"`);
  });

  test("leaves out what there is nothing of", () => {
    const only = { ...content, overdue: none, gained: none, given: none };
    const { text } = digestText({ ...letter, content: only }, "en");
    expect(text).toContain("Open tasks");
    for (const heading of ["Overdue", "responsible"])
      expect(text).not.toContain(heading);
  });

  test("[PR-11] lets a mail program stop it by one click", () => {
    expect(digestText(letter, "en").headers).toEqual({
      "List-Unsubscribe": "<https://maps.example/u/stop>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  test("[RT-05] what people wrote is text, in one line, and leads nowhere", () => {
    const hostile = {
      text: `<a href="https://evil.example">x</a>\r\nBcc: all`,
      due: null,
      place: "<b>place</b>",
    };
    const open = { items: [hostile], more: 0 };
    const { html, text, subject } = digestText(
      {
        ...letter,
        name: "<i>",
        workspace: "A\r\nBcc: b@evil.example",
        content: { ...content, open },
      },
      "en",
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<(i|b)>|href="https:\/\/evil/);
    expect(text).toContain("- <a");
    expect(text).not.toContain("\nBcc");
  });

  test("a long text is cut, not inside a letter", () => {
    const long = { text: "👩‍🚀".repeat(200), due: null, place: "" };
    const open = { items: [long], more: 0 };
    const { text } = digestText(
      { ...letter, content: { ...content, open } },
      "en",
    );
    expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(text).toContain("…");
  });
});
