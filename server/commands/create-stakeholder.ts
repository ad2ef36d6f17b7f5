import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type {
  StakeholderFields,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { Caller } from "@/server/audit";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { AppError, refused, type Outcome } from "@/server/errors";
import { findStakeholder } from "@/server/queries/stakeholders";
import { findMemberUser } from "./find-member";
import { tellRowsChanged } from "@/server/row-events";

/** A name, or a member whose name is taken over. */
export type NewStakeholder = Partial<StakeholderFields>;

/**
 * Makes a stakeholder, on request out of a member: then it is that person, named as they are.
 * Refused as in use where the member is a stakeholder already.
 */
export async function createStakeholder(
  { actor }: Caller<InsideActor>,
  input: NewStakeholder,
): Promise<
  Outcome<
    { stakeholder: StakeholderListItem },
    "forbidden" | "not_found" | "in_use" | "invalid"
  >
> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const member = input.userId
    ? await findMemberUser(workspaceId, input.userId)
    : null;
  if (input.userId && !member) return refused("not_found");
  const name = input.name ?? member?.name;
  if (name === undefined) return refused("invalid");
  const kind = input.kind ?? "person";
  if (member && kind !== "person") return refused("invalid");
  const email = input.email ?? member?.email ?? null;
  try {
    const { id } = await prisma().stakeholder.create({
      data: { ...input, name, kind, email, workspaceId },
    });
    tellRowsChanged(workspaceId, "stakeholder", id);
    return { ok: true, stakeholder: await made(workspaceId, id) };
  } catch (error) {
    if (isUniqueViolation(error)) return refused("in_use");
    throw error;
  }
}

async function made(workspaceId: string, id: string) {
  const found = await findStakeholder({
    workspaceId,
    stakeholderId: id,
    withEmail: true,
  });
  if (!found) throw new AppError("impossible", "A new stakeholder is gone");
  return found;
}
