import type { StakeholderId } from "../journey/ids";
import type { OwnerRole } from "../journey/vocabulary";
import type { MatrixColumn } from "./columns";

/** How many touchpoints of a column somebody answers for, and at how many they merely take part. */
export type DutyCell = Readonly<Record<OwnerRole, number>>;

export interface DutyRow {
  readonly stakeholderId: StakeholderId;
  readonly cells: readonly DutyCell[];
  readonly total: DutyCell;
}

/** Who is responsible for what and who is involved, a row for each person or team. */
export function dutyRows(
  columns: readonly MatrixColumn[],
  stakeholderIds: readonly StakeholderId[],
): DutyRow[] {
  return stakeholderIds.map((stakeholderId) => {
    const cells = columns.map((column) => dutiesIn(column, stakeholderId));
    const sum = (role: OwnerRole) =>
      cells.reduce((total, cell) => total + cell[role], 0);
    return {
      stakeholderId,
      cells,
      total: { responsible: sum("responsible"), involved: sum("involved") },
    };
  });
}

function dutiesIn(column: MatrixColumn, stakeholderId: StakeholderId) {
  const roles = column.touchpoints.flatMap(({ owners }) =>
    owners.flatMap((owner) =>
      owner.stakeholderId === stakeholderId ? owner.role : [],
    ),
  );
  const count = (role: OwnerRole) =>
    roles.filter((held) => held === role).length;
  return { responsible: count("responsible"), involved: count("involved") };
}

/** For each column, how many of its touchpoints nobody answers for. */
export function dutyGaps(columns: readonly MatrixColumn[]): number[] {
  return columns.map(
    ({ touchpoints }) =>
      touchpoints.filter(
        ({ owners }) => !owners.some(({ role }) => role === "responsible"),
      ).length,
  );
}

/** Everybody who has a role at a touchpoint of these columns, each once. */
export function knownStakeholders(
  columns: readonly MatrixColumn[],
): ReadonlySet<StakeholderId> {
  return new Set(
    columns.flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ owners }) =>
        owners.map(({ stakeholderId }) => stakeholderId),
      ),
    ),
  );
}

/** What comes after a role when the same place is pressed again. */
export function nextRole(role: OwnerRole | null): OwnerRole | null {
  if (role === null) return "responsible";
  return role === "responsible" ? "involved" : null;
}
