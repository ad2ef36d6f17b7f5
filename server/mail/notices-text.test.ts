import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/config";
import { NOTICE_KINDS } from "@/lib/conversation/wishes";
import {
  noticesText,
  withoutAddresses,
  type NoticesLetter,
} from "./notices-text";

const link = "https://maps.example/w/acme/journeys/1?thread=2";
const item = {
  kind: "mention",
  actor: "Grace Hopper",
  label: "Checkout",
  journey: "Buying shoes",
  excerpt: "Is this still so?",
  link,
} as const;
const letter: NoticesLetter = {
  name: "Ada",
  workspace: "Acme",
  items: [item],
  more: 0,
  link: "https://maps.example/w/acme/inbox",
  stopLink: "https://maps.example/u/a.b.c",
};

const hrefsIn = (html: string) =>
  Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href);

describe("a mail about what is new", () => {
  test("leads to the exact place, the inbox and the way to stop it, in text and in HTML", () => {
    const { subject, text, html, headers } = noticesText(letter, "en");
    expect(subject).toBe(
      "Grace Hopper mentioned you: “Checkout” in “Buying shoes”",
    );
    for (const place of [link, letter.link, letter.stopLink])
      expect(text).toContain(place);
    expect(hrefsIn(html)).toEqual([link, letter.link, letter.stopLink]);
    expect(headers).toEqual({
      "List-Unsubscribe": `<${letter.stopLink}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  test("[RT-05] escapes what people wrote, keeps to one subject line and links to nobody else", () => {
    const evil = {
      ...item,
      actor: "Eve\r\nBcc: all@people.example",
      label: `<img src=x onerror="alert(1)">`,
      journey: "Pay at www.evil.example/login",
      excerpt: `<a href="https://evil.example">your account</a> http://evil.example accounts.evil.example`,
    };
    const { subject, text, html } = noticesText(
      { ...letter, items: [evil], name: "<b>Ada</b>" },
      "en",
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<(img|b|script)\b/);
    expect(hrefsIn(html)).toEqual([link, letter.link, letter.stopLink]);
    for (const said of [subject, text, html])
      expect(said).not.toMatch(/evil|people\.example/);
    expect(text).toContain("[link]");
  });

  test("several things are counted in the subject, and those that are not named are said to be there", () => {
    const { subject, text } = noticesText(
      { ...letter, items: [item, item], more: 3 },
      "en",
    );
    expect(subject).toBe("5 new things for you in Acme");
    expect(text).toContain("and 3 more");
  });

  test.each(LOCALES)(
    "says each kind in %s, without a placeholder left",
    (locale) => {
      for (const kind of NOTICE_KINDS)
        for (const label of ["Checkout", ""]) {
          const given = { ...item, kind, label, actor: "" };
          const { subject, text } = noticesText(
            { ...letter, items: [given] },
            locale,
          );
          expect(subject).not.toBe("");
          expect(`${subject} ${text}`).not.toMatch(/[{}]/);
        }
    },
  );
});

test("words with dots in them stay, where no mail program would make a link of them", () => {
  for (const text of ["z. B. so", "3.5 of 5", "1.000,50 €", "e.g. this", "…"])
    expect(withoutAddresses(text, "[link]")).toBe(text);
});
