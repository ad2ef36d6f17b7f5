import { expect, test } from "vitest";
import { groupActivity, type Told } from "./group";

const anna = { id: "a", name: "Anna" };
const ben = { id: "b", name: "Ben" };
const shoes = { id: "s", title: "Running shoes", isInBin: false };
let count = 0;

const told = (part: Partial<Told>): Told => ({
  id: `${(count += 1)}`,
  kind: "touchpoint-changed",
  at: "2026-11-29T10:00:00.000Z",
  who: "member",
  by: anna,
  journey: shoes,
  ids: [],
  isMore: false,
  things: [],
  threadId: null,
  label: "",
  excerpt: "",
  ...part,
});

/** Each block as "day who: kind count, …". */
const shown = (items: readonly Told[], zone = "UTC") =>
  groupActivity(items, zone).flatMap(({ day, blocks }) =>
    blocks.map(
      ({ newest, lines }) =>
        `${day} ${newest.by?.name ?? newest.who}: ${lines
          .map((line) => `${line.newest.kind} ${line.count}`)
          .join(", ")}`,
    ),
  );

test("the same deed of one person is one line, and what they did twice counts once", () => {
  expect(
    shown([
      told({ ids: ["1", "2", "3"] }),
      told({ by: ben, ids: ["9"] }),
      told({ ids: ["3", "4"] }),
    ]),
  ).toEqual([
    "2026-11-29 Anna: touchpoint-changed 4",
    "2026-11-29 Ben: touchpoint-changed 1",
  ]);
});

test("a day ends at the reader's midnight", () => {
  const items = [
    told({ at: "2026-11-29T22:30:00.000Z", ids: ["1"] }),
    told({ at: "2026-11-29T23:30:00.000Z", ids: ["2"] }),
  ].toReversed();
  expect(shown(items)).toHaveLength(1);
  expect(shown(items, "Europe/Berlin")).toEqual([
    "2026-11-30 Anna: touchpoint-changed 1",
    "2026-11-29 Anna: touchpoint-changed 1",
  ]);
});

test("what is new was not changed besides, and what is changed only that is not told", () => {
  expect(
    shown([
      told({ kind: "card-changed", ids: ["1", "2"] }),
      told({ kind: "card-added", ids: ["1", "2", "3"] }),
    ]),
  ).toEqual(["2026-11-29 Anna: card-added 3"]);
  expect(
    shown([
      told({ kind: "card-changed", ids: ["1", "7"] }),
      told({ kind: "task-made", ids: ["1"] }),
    ]),
  ).toEqual(["2026-11-29 Anna: card-changed 1, task-made 1"]);
});

test("comments are told by conversation, and imports one by one", () => {
  const said = { kind: "comment-written" } as const;
  expect(
    shown([
      told({ ...said, threadId: "t1" }),
      told({ ...said, threadId: "t2" }),
      told({ ...said, threadId: "t1" }),
      told({ kind: "import-done" }),
      told({ kind: "import-done" }),
    ]),
  ).toEqual([
    "2026-11-29 Anna: comment-written 2, comment-written 1, import-done 1, import-done 1",
  ]);
});

test("people who have left are not taken for one", () => {
  const former = { by: null, who: "former" } as const;
  expect(
    shown([told({ ...former, ids: ["1"] }), told({ ...former, ids: ["2"] })]),
  ).toHaveLength(2);
});

test("evidence counts by the piece, however often it is about the same", () => {
  const evidence = { kind: "evidence-added", ids: ["1"] } as const;
  expect(shown([told(evidence), told(evidence)])).toEqual([
    "2026-11-29 Anna: evidence-added 2",
  ]);
  const changed = { ...evidence, kind: "evidence-changed" } as const;
  expect(
    shown([told({ ids: ["1"] }), told(changed), told(changed), told(evidence)]),
  ).toEqual([
    "2026-11-29 Anna: touchpoint-changed 1, evidence-changed 2, evidence-added 1",
  ]);
});

test("the first three names are enough, the newest first, each once", () => {
  const thing = (id: string) =>
    ({ id, kind: "touchpoint", label: `No. ${id}` }) as const;
  const [day] = groupActivity(
    [
      told({ ids: ["1", "2"], things: [thing("1"), thing("2")] }),
      told({ ids: ["2", "3", "4"], things: ["2", "3", "4"].map(thing) }),
    ],
    "UTC",
  );
  const line = day!.blocks[0]!.lines[0]!;
  expect(line.things.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(line.count).toBe(4);
});
