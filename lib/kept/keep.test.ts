import { expect, test } from "vitest";
import { keepWords, readKeep, readWish } from "./keep";
import { filesOf, nonceOf, shownAgain } from "./page-text";

const keep = {
  person: "p",
  map: "m",
  build: "b",
  locale: "nl",
  theme: "system",
  title: "Schoenen & laarzen 👢",
};

test("what the server says of a page arrives, whatever its title is", () => {
  const words = keepWords(keep);
  expect(words).toMatch(/^[\x20-\x7e]+$/);
  expect(readKeep(words)).toEqual(keep);
  const hostile = keepWords({ ...keep, title: "x\r\n&person=q\ud800" });
  expect(hostile).toMatch(/^[\x20-\x7e]+$/);
  expect(readKeep(hostile)?.person).toBe("p");
});

test("a long title is cut, so that the header stays small", () => {
  const words = keepWords({ ...keep, title: "👢".repeat(5_000) });
  expect(words.length).toBeLessThan(2_000);
});

test.each([null, "", "person=p", "nonsense"])("%j says nothing", (header) => {
  expect(readKeep(header)).toBeNull();
});

const path = "/w/acme/journeys/0c9d7c52-4f0b-4d4e-9a51-0f2a3c4d5e6f";

test("only maps of somebody are kept, whoever asks for what", () => {
  expect(readWish({ path, person: "p", more: 1 })).toEqual({
    path,
    person: "p",
  });
  for (const wish of [
    null,
    "keep",
    { path },
    { path: "/s/token", person: "p" },
    { path: `${path}/history`, person: "p" },
    { path: `https://elsewhere.example${path}`, person: "p" },
    { path, person: "" },
    { path, person: "p:q" },
  ])
    expect(readWish(wish)).toBeNull();
});

test("[HD-01] a page is shown again with a new nonce in all places of the old one", () => {
  const policy = "script-src 'nonce-a+/b==' 'strict-dynamic'; style-src 'self'";
  const html = `<html lang="en"><script nonce="a+/b==">push("a+/b==")</script></html>`;
  expect(shownAgain({ html, policy }, "new$&")).toEqual({
    policy: "script-src 'nonce-new$&' 'strict-dynamic'; style-src 'self'",
    html: `<html data-kept="" lang="en"><script nonce="new$&">push("new$&")</script></html>`,
  });
  expect(shownAgain({ html, policy: "default-src 'none'" }, "new")).toBeNull();
  expect(nonceOf(null)).toBeNull();
});

test("the files that a page names are found, each once", () => {
  expect(
    filesOf(
      `<script src="/_next/static/chunks/a-1~.js"></script>"/_next/static/media/f.x_9.woff2" /_next/static/chunks/a-1~.js`,
    ),
  ).toEqual([
    "/_next/static/chunks/a-1~.js",
    "/_next/static/media/f.x_9.woff2",
  ]);
});
