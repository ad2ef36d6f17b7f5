import type { ProjectionRows } from "@/lib/journey/projection-rows";

/** Whose things are, as rows tell it. */
export interface Held {
  readonly owners: readonly {
    readonly touchpointId: string;
    readonly stakeholderId: string;
    readonly role: string;
  }[];
  readonly tasks: readonly {
    readonly cardId: string;
    readonly stakeholderId: string | null;
    readonly status: string;
  }[];
}

/** Something that became a stakeholder's. */
export interface Assignment {
  readonly kind: "touchpoint" | "task";
  /** The touchpoint or the card. */
  readonly entityId: string;
  readonly stakeholderId: string;
  readonly label: string;
}

/** Something that is a stakeholder's no more. */
export type Taken = Omit<Assignment, "label">;

/** What of the rows of a journey tells whose things are. */
export const heldIn = (rows: ProjectionRows): Held => ({
  owners: rows.TouchpointOwner,
  tasks: rows.TaskRow,
});

const mostLetters = 200;
const shortened = (text: string) =>
  [...text.replaceAll("\0", "")].slice(0, mostLetters).join("");

const isOpen = (status: string) => status === "open" || status === "doing";

/** What is somebody's now and was not before; of what is done, nobody is told. */
export function assignmentsIn(
  before: Held,
  rows: ProjectionRows,
): Assignment[] {
  const keyOf = (id: string, stakeholderId: string) => `${id} ${stakeholderId}`;
  const owned = new Set(
    before.owners
      .filter(({ role }) => role === "responsible")
      .map((one) => keyOf(one.touchpointId, one.stakeholderId)),
  );
  const given = new Set(
    before.tasks.map((one) => keyOf(one.cardId, one.stakeholderId ?? "")),
  );
  const titles = new Map(rows.TouchpointRow.map((row) => [row.id, row.title]));
  const touchpoints = rows.TouchpointOwner.filter(
    ({ touchpointId, stakeholderId, role }) =>
      role === "responsible" && !owned.has(keyOf(touchpointId, stakeholderId)),
  ).map(({ touchpointId, stakeholderId }) => ({
    kind: "touchpoint" as const,
    entityId: touchpointId,
    stakeholderId,
    label: shortened(titles.get(touchpointId) ?? ""),
  }));
  const tasks = rows.TaskRow.flatMap(
    ({ cardId, stakeholderId, status, text }) =>
      stakeholderId !== null &&
      isOpen(status) &&
      !given.has(keyOf(cardId, stakeholderId))
        ? [
            {
              kind: "task" as const,
              entityId: cardId,
              stakeholderId,
              label: shortened(text),
            },
          ]
        : [],
  );
  return [...touchpoints, ...tasks];
}

/**
 * What was somebody's and is another's now or nobody's. What left the map with its owner was taken from nobody: if its
 * deletion is undone, it is theirs as before.
 */
export function takenIn(before: Held, rows: ProjectionRows): Taken[] {
  const keyOf = (id: string, stakeholderId: string) => `${id} ${stakeholderId}`;
  const touchpoints = new Set<string>(rows.TouchpointRow.map(({ id }) => id));
  const cards = new Set<string>(rows.CardRow.map(({ id }) => id));
  const owned = new Set(
    rows.TouchpointOwner.filter(({ role }) => role === "responsible").map(
      (one) => keyOf(one.touchpointId, one.stakeholderId),
    ),
  );
  const given = new Set(
    rows.TaskRow.map((one) => keyOf(one.cardId, one.stakeholderId ?? "")),
  );
  const owners = before.owners
    .filter(
      ({ touchpointId, stakeholderId, role }) =>
        role === "responsible" &&
        touchpoints.has(touchpointId) &&
        !owned.has(keyOf(touchpointId, stakeholderId)),
    )
    .map(({ touchpointId, stakeholderId }) => ({
      kind: "touchpoint" as const,
      entityId: touchpointId,
      stakeholderId,
    }));
  const tasks = before.tasks.flatMap(({ cardId, stakeholderId }) =>
    stakeholderId !== null &&
    cards.has(cardId) &&
    !given.has(keyOf(cardId, stakeholderId))
      ? [{ kind: "task" as const, entityId: cardId, stakeholderId }]
      : [],
  );
  return [...owners, ...tasks];
}
