import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type {
  StakeholderFields,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { Caller } from "@/server/audit";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { refused, type Refused } from "@/server/errors";
import { endPersonalLinks } from "@/server/person/end-links";
import { findStakeholder } from "@/server/queries/stakeholders";
import type { VersionConflict } from "./change-persona";
import { findMemberUser } from "./find-member";
import { tellRowsChanged } from "@/server/row-events";

export interface StakeholderChange {
  readonly stakeholderId: string;
  /** The version that the writer saw. */
  readonly version: number;
  readonly fields: Partial<StakeholderFields>;
}

export type StakeholderChanged =
  | { readonly ok: true; readonly stakeholder: StakeholderListItem }
  | Refused<"forbidden" | "not_found" | "in_use" | "invalid">
  | VersionConflict<StakeholderListItem>;

/** Whether somebody else is meant from now on than whoever holds the personal link. */
const meansAnother = (
  { email, userId }: Partial<StakeholderFields>,
  before: StakeholderListItem,
) => Boolean(userId) || (email !== undefined && email !== before.email);

async function write(
  workspaceId: string,
  { stakeholderId: id, version, fields }: StakeholderChange,
  before: StakeholderListItem,
): Promise<number | "in_use"> {
  try {
    return await prisma().$transaction(async (tx) => {
      const { count } = await tx.stakeholder.updateMany({
        where: { workspaceId, id, version },
        data: { ...fields, version: { increment: 1 } },
      });
      if (count > 0 && meansAnother(fields, before))
        await endPersonalLinks({ workspaceId, stakeholderId: id }, tx);
      return count;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "in_use";
    throw error;
  }
}

/** Changes a stakeholder if it still is what the writer saw; also links it to the member that it is, or unlinks it. */
export async function changeStakeholder(
  { actor }: Caller<InsideActor>,
  change: StakeholderChange,
): Promise<StakeholderChanged> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { fields, stakeholderId } = change;
  const find = { workspaceId, stakeholderId, withEmail: true };
  const before = await findStakeholder(find);
  if (!before) return refused("not_found");
  if (fields.userId && !(await findMemberUser(workspaceId, fields.userId)))
    return refused("not_found");
  const isLinked =
    fields.userId === undefined
      ? before.member !== null
      : fields.userId !== null;
  if (isLinked && (fields.kind ?? before.kind) !== "person")
    return refused("invalid");
  const count = await write(workspaceId, change, before);
  if (count === "in_use") return refused("in_use");
  const current = await findStakeholder(find);
  if (!current) return refused("not_found");
  if (count === 0) return { ...refused("version_conflict"), current };
  tellRowsChanged(workspaceId, "stakeholder", stakeholderId);
  return { ok: true, stakeholder: current };
}
