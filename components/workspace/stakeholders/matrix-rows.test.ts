import { expect, test } from "vitest";
import type { JourneyResponsibility } from "@/lib/api/ownership";
import { matrixRows } from "./matrix-rows";

const part = (name: string, responsible: number, involved: number) => ({
  id: name,
  name,
  kind: "person" as const,
  colour: "blue",
  responsible,
  involved,
});

const stage = (
  title: string,
  stakeholders: JourneyResponsibility["stages"][number]["stakeholders"],
) => ({
  id: title,
  title,
  colour: null,
  touchpoints: 3,
  withoutOwner: 1,
  stakeholders,
});

test("[R73] everybody with a part has one row, by name, and a cell for every stage", () => {
  const rows = matrixRows(
    [
      stage("Before", [part("Zoë", 2, 0)]),
      stage("During", []),
      stage("After", [
        part("zoë 2", 0, 1),
        part("Anna", 0, 1),
        part("Zoë", 0, 3),
      ]),
    ],
    "en",
  );
  expect(
    rows.map(({ name, cells }) => [
      name,
      ...cells.map((cell) => cell && [cell.responsible, cell.involved]),
    ]),
  ).toEqual([
    ["Anna", null, null, [0, 1]],
    ["Zoë", [2, 0], null, [0, 3]],
    ["zoë 2", null, null, [0, 1]],
  ]);
});
