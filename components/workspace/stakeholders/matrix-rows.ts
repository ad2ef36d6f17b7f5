import type { JourneyResponsibility } from "@/lib/api/ownership";

type Stage = JourneyResponsibility["stages"][number];
type Part = Stage["stakeholders"][number];

/** Somebody with what they have a part in at each stage; null where they have none. */
export interface MatrixRow extends Pick<
  Part,
  "id" | "name" | "kind" | "colour"
> {
  readonly cells: readonly (Pick<Part, "responsible" | "involved"> | null)[];
}

/** A row for everybody who has a part in a journey, by name, with a cell for each of its stages. */
export function matrixRows(
  stages: readonly Stage[],
  locale: string,
): MatrixRow[] {
  const people = new Map(
    stages.flatMap(({ stakeholders }) =>
      stakeholders.map((part) => [part.id, part] as const),
    ),
  );
  const collator = new Intl.Collator(locale, {
    sensitivity: "base",
    numeric: true,
  });
  return [...people.values()]
    .toSorted((one, other) => collator.compare(one.name, other.name))
    .map(({ id, name, kind, colour }) => ({
      id,
      name,
      kind,
      colour,
      cells: stages.map(
        ({ stakeholders }) =>
          stakeholders.find((part) => part.id === id) ?? null,
      ),
    }));
}
