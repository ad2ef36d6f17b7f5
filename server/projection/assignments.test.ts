import { describe, expect, test } from "vitest";
import type { ProjectionRows } from "@/lib/journey/projection-rows";
import { assignmentsIn, heldIn, takenIn } from "./assignments";

const place = { workspaceId: "w", journeyId: "j" };

function rows(
  owners: readonly (readonly [string, string, string])[],
  tasks: readonly (readonly [string, string | null, string])[] = [],
): ProjectionRows {
  return {
    TouchpointOwner: owners.map(([touchpointId, stakeholderId, role]) => ({
      ...place,
      touchpointId,
      stakeholderId,
      role,
    })),
    TaskRow: tasks.map(([cardId, stakeholderId, status]) => ({
      ...place,
      cardId,
      stakeholderId,
      status,
      text: `Do ${cardId}`,
      due: null,
      stageId: null,
      touchpointId: null,
    })),
    TouchpointRow: [{ id: "t1", title: "Checkout" }],
    CardRow: [...new Set(tasks.map(([id]) => id)), "c0"].map((id) => ({ id })),
  } as unknown as ProjectionRows;
}

describe("[R71] what became somebody's", () => {
  test("is what they are responsible for now and were not before", () => {
    const before = rows([
      ["t1", "ada", "involved"],
      ["t1", "ben", "responsible"],
    ]);
    const after = rows([
      ["t1", "ada", "responsible"],
      ["t1", "ben", "responsible"],
      ["t1", "eva", "involved"],
    ]);
    expect(assignmentsIn(heldIn(before), after)).toEqual([
      {
        kind: "touchpoint",
        entityId: "t1",
        stakeholderId: "ada",
        label: "Checkout",
      },
    ]);
  });

  test("[R72] is a task that was nobody's or another's, as long as it is not done", () => {
    const before = rows(
      [],
      [
        ["c1", null, "open"],
        ["c2", "ben", "open"],
        ["c3", "ada", "open"],
        ["c4", null, "done"],
      ],
    );
    const after = rows(
      [],
      [
        ["c1", "ada", "open"],
        ["c2", "ada", "doing"],
        ["c3", "ada", "doing"],
        ["c4", "ada", "done"],
      ],
    );
    const told = assignmentsIn(heldIn(before), after);
    expect(told.map(({ entityId }) => entityId)).toEqual(["c1", "c2"]);
    expect(told[0]).toMatchObject({ kind: "task", label: "Do c1" });
  });

  test("is nothing where it is the same", () => {
    const same = rows([["t1", "ada", "responsible"]], [["c1", "ada", "open"]]);
    expect(assignmentsIn(heldIn(same), same)).toEqual([]);
  });
});

describe("[R71] what was taken from somebody", () => {
  test("is what is another's or nobody's now, and not what left the map", () => {
    const before = rows(
      [
        ["t1", "ada", "responsible"],
        ["t1", "ben", "responsible"],
        ["t1", "eva", "involved"],
        ["gone", "ada", "responsible"],
      ],
      [
        ["c0", "ada", "open"],
        ["c1", "ada", "open"],
        ["c2", "ben", "done"],
        ["gone", "ada", "open"],
      ],
    );
    const after = rows(
      [
        ["t1", "ada", "involved"],
        ["t1", "ben", "responsible"],
      ],
      [
        ["c1", "ben", "open"],
        ["c2", "ben", "open"],
      ],
    );
    expect(takenIn(heldIn(before), after)).toEqual([
      { kind: "touchpoint", entityId: "t1", stakeholderId: "ada" },
      { kind: "task", entityId: "c0", stakeholderId: "ada" },
      { kind: "task", entityId: "c1", stakeholderId: "ada" },
    ]);
  });
});
