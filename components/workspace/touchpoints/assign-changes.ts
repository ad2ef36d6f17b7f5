import type { OwnerChange, OwnersChanged } from "@/lib/api/ownership";
import type { TouchpointListItem } from "@/lib/api/touchpoints";

export const ASSIGN_ACTS = ["responsible", "involved", "off"] as const;
export type AssignAct = (typeof ASSIGN_ACTS)[number];

/** A change as it is sent; ids are checked by whoever receives it. */
export type SentChange = Record<
  "journeyId" | "touchpointId" | "stakeholderId",
  string
> &
  Pick<OwnerChange, "role" | "was">;

type Row = Pick<TouchpointListItem, "id" | "owners"> & {
  journey: { id: string };
};

/**
 * What must change so that somebody is responsible for touchpoints, involved in them, or neither. Whoever is
 * responsible is not made less by being added as involved.
 */
export function assignChanges(
  rows: readonly Row[],
  stakeholderId: string,
  act: AssignAct,
): SentChange[] {
  return rows.flatMap((row) => {
    const was = row.owners.find(({ id }) => id === stakeholderId)?.role ?? null;
    const isAlone =
      row.owners.filter(({ role }) => role === "responsible").length === 1;
    const isSo = {
      responsible: was === "responsible" && isAlone,
      involved: was !== null,
      off: was === null,
    }[act];
    const role = act === "off" ? null : act;
    const place = { journeyId: row.journey.id, touchpointId: row.id };
    return isSo ? [] : [{ ...place, stakeholderId, role, was }];
  });
}

/** What takes changes back, where nobody has changed the same since. */
export const undoChanges = (changed: OwnersChanged["changed"]): SentChange[] =>
  changed.map(({ role, was, ...place }) => ({
    ...place,
    role: was,
    was: role,
  }));

/** On how many touchpoints something was changed. */
export const touchpointsIn = (changed: OwnersChanged["changed"]): number =>
  new Set(changed.map((each) => `${each.journeyId}:${each.touchpointId}`)).size;
