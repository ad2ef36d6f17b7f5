import { expect, test } from "vitest";
import { BLUEPRINT_LINES, LANE_KINDS } from "@/lib/journey/vocabulary";
import { LANE_CHOICES } from "./lane-choices";

const choices = LANE_CHOICES.flatMap((group) => group.choices);

test("[R06] a lane of each kind can be added by hand, and each stands in the list once", () => {
  expect([...new Set(choices.map(({ kind }) => kind))].sort()).toEqual(
    [...LANE_KINDS].sort(),
  );
  const names = choices.map(
    ({ kind, span, line }) => `${kind} ${span ?? ""} ${line ?? ""}`,
  );
  expect(new Set(names).size).toBe(names.length);
});

test("[R06] each line of a blueprint can be added by its own name", () => {
  expect(choices.flatMap(({ line }) => line ?? []).sort()).toEqual(
    [...BLUEPRINT_LINES].sort(),
  );
});
