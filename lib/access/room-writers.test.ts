import { expect, test } from "vitest";
import { mayEver } from "./can";
import { ROLES } from "./roles";
import { writesInRooms } from "./room-writers";

test.each(ROLES)(
  "whether a %s writes on maps is what the table says",
  (role) => {
    const actor = {
      kind: "member",
      userId: "",
      workspaceId: "",
      role,
    } as const;
    expect(writesInRooms(role)).toBe(mayEver(actor, "room:update"));
  },
);

test("whoever is nothing that we know writes nowhere", () => {
  expect(["", "visitor", "__proto__"].map(writesInRooms)).toEqual([
    false,
    false,
    false,
  ]);
});
