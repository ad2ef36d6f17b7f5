import { expect, test } from "vitest";
import { readPresence } from "./presence";

const user = { id: "u1", name: "Ada", colour: "blue", role: "editor" };

test("a presence of a stock client, which knows only its user, is read", () => {
  expect(readPresence({ user, whatever: 1 })).toEqual({
    user,
    at: null,
    isEditing: false,
    preview: null,
    cursor: null,
    isIdle: false,
    look: null,
    follows: null,
    calls: null,
  });
});

test("a wrong part is left out and the rest is kept", () => {
  const at = { kind: "cell", laneId: "l1", columnId: "c1" };
  expect(
    readPresence({ user, at, cursor: "here", isEditing: true }),
  ).toMatchObject({
    at,
    cursor: null,
    isEditing: true,
  });
});

test("[WS-16] anything without a user is nobody", () => {
  for (const junk of [null, 7, [], {}, { user: "Ada" }])
    expect(readPresence(junk)).toBeNull();
});

const look = {
  view: "map",
  stageId: null,
  cell: { row: "l1", leaf: "t1", x: 0.5, y: 0, width: 900, height: 500 },
  scroll: null,
  open: { kind: "card", id: "c1" },
};

test("[A5] what somebody looks at and where a thing would land is read as it was told", () => {
  const place = { kind: "card", laneId: "l1", columnId: "t1", before: null };
  const preview = { kind: "drag", id: "c1", place };
  expect(
    readPresence({ user, look, preview, follows: "u2", calls: "now" }),
  ).toMatchObject({ look, preview, follows: "u2", calls: "now" });
});

test("[WS-16] a look that leads nowhere is no look", () => {
  const { cell } = look;
  const wrong = [
    { ...look, view: "x".repeat(33) },
    { ...look, view: 7 },
    "map",
  ];
  for (const one of wrong)
    expect(readPresence({ user, look: one })?.look).toBeNull();
  for (const change of [{ x: 2 }, { width: 0 }, { height: 1e9 }, { leaf: 1 }]) {
    const read = readPresence({
      user,
      look: { ...look, cell: { ...cell, ...change } },
    });
    expect(read?.look).toMatchObject({ view: "map", cell: null });
  }
});
