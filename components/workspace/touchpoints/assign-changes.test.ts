import { expect, test } from "vitest";
import { assignChanges, touchpointsIn, undoChanges } from "./assign-changes";

const owner = (id: string, role: "responsible" | "involved") => ({
  id,
  name: id,
  kind: "person" as const,
  colour: "blue",
  role,
});
const row = (id: string, ...owners: ReturnType<typeof owner>[]) => ({
  id,
  owners,
  journey: { id: `journey of ${id}` },
});
const rows = [
  row("free"),
  row("hers", owner("anna", "responsible")),
  row("shared", owner("anna", "responsible"), owner("ben", "responsible")),
  row("helped", owner("ben", "responsible"), owner("anna", "involved")),
];
const changed = (act: "responsible" | "involved" | "off") =>
  assignChanges(rows, "anna", act).map(({ touchpointId, role, was }) => [
    touchpointId,
    role,
    was,
  ]);

test("[R71] making somebody responsible leaves out what is theirs alone already", () => {
  expect(changed("responsible")).toEqual([
    ["free", "responsible", null],
    ["shared", "responsible", "responsible"],
    ["helped", "responsible", "involved"],
  ]);
});

test("[R71] adding somebody as involved never takes a responsibility away", () => {
  expect(changed("involved")).toEqual([["free", "involved", null]]);
});

test("[R71] taking somebody off is only where they are", () => {
  expect(changed("off").map(([id]) => id)).toEqual([
    "hers",
    "shared",
    "helped",
  ]);
});

test("[R71] undoing puts the former owners back, and counts a touchpoint once", () => {
  const place = { journeyId: "j", touchpointId: "t" };
  const done = [
    { ...place, stakeholderId: "ben", role: null, was: "responsible" as const },
    {
      ...place,
      stakeholderId: "anna",
      role: "responsible" as const,
      was: null,
    },
  ];
  expect(touchpointsIn(done)).toBe(1);
  expect(undoChanges(done)).toEqual([
    { ...place, stakeholderId: "ben", role: "responsible", was: null },
    { ...place, stakeholderId: "anna", role: null, was: "responsible" },
  ]);
});
