import { expect, test } from "vitest";
import { readNames } from "./names";

const rows = ["Phone", "Shop, till", "E-Mail"].map((name, at) => ({
  id: String(at),
  name,
  archived: false,
}));

test("[A2] names count whatever their capitals and spaces, one below the other or side by side", () => {
  expect(readNames(" phone ; e-mail\nPHONE", rows).ids).toEqual(["0", "2"]);
  expect(readNames("E-Mail, Phone", rows).ids).toEqual(["2", "0"]);
  expect(readNames("", rows)).toEqual({ ids: [], unknown: [] });
});

test("[A2] a name that holds a comma is the whole name", () => {
  expect(readNames("shop, till", rows).ids).toEqual(["1"]);
  expect(readNames("Phone; Shop, till", rows).ids).toEqual(["0", "1"]);
});

test("[A2] what nobody knows, or knows no longer, is said once and as it was written", () => {
  const old = { id: "9", name: "Fax", archived: true };
  expect(readNames("Fax\nfax\nPhone", [...rows, old])).toEqual({
    ids: ["0"],
    unknown: ["Fax"],
  });
});
