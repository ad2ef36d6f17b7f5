import { expect, test } from "vitest";
import { receiversOf } from "./receivers";

const said = {
  authorId: "ada",
  mentioned: [] as string[],
  participants: [] as string[],
  responsible: [] as string[],
};

test("nobody is told of what they said themselves, in whatever part", () => {
  const all = ["ada"];
  expect(
    receiversOf({
      ...said,
      mentioned: all,
      participants: all,
      responsible: all,
    }),
  ).toEqual([]);
});

test("nobody is told twice, and being named comes before taking part and being responsible", () => {
  expect(
    receiversOf({
      ...said,
      mentioned: ["ben", "ben"],
      participants: ["ben", "eva"],
      responsible: ["eva", "noor", "ben"],
    }),
  ).toEqual([
    { userId: "ben", kind: "mention" },
    { userId: "eva", kind: "reply" },
    { userId: "noor", kind: "comment" },
  ]);
});
