import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "%2f%2fevil.example",
  "/%2fevil.example",
  "/%5cevil.example",
  "/\t/evil.example",
  "/%09/evil.example",
  "/%E0%A4%A",
  "",
  null,
  undefined,
])("[AN-25] %j leads to the start", (wanted) => {
  expect(safePath(wanted)).toBe("/");
});

test.each(["/", "/w/acme/journeys?state=archived#top", "/w/a%20b"])(
  "%s is kept",
  (wanted) => {
    expect(safePath(wanted)).toBe(wanted);
  },
);
