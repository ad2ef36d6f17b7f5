import { expect, test } from "vitest";
import { readView, writeView } from "./filter";

test("[R73] the address of a filtered table says all of it and is read back the same", () => {
  const view = {
    filters: { q: "mail & chat", owner: "none", emotion: "-2" },
    sort: { key: "owner", direction: "descending" },
    page: 3,
  } as const;
  const query = writeView(view);
  expect(query).toBe(
    "?q=mail+%26+chat&owner=none&emotion=-2&sort=-owner&page=3",
  );
  expect(readView(Object.fromEntries(new URLSearchParams(query)))).toEqual(
    view,
  );
});

test("[R73] an address that makes no sense is the plain table", () => {
  const view = readView({
    q: "  ",
    sort: "--title",
    page: "-4",
    emotion: ["1", "2"],
    other: "x",
  });
  expect(view).toEqual({ filters: { emotion: "1" }, sort: null, page: 1 });
  expect(writeView({ filters: {}, sort: null, page: 1 })).toBe("");
});
