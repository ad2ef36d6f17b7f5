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
