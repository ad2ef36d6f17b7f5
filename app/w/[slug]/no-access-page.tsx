import { NoAccess } from "@/components/workspace/no-access";
import { isAtLeast } from "@/lib/access/roles";
import { listMembers } from "@/server/queries/workspaces";
import type { PageStanding } from "./standing";

/** What a member sees where their role does not reach. */
export async function NoAccessPage({ standing }: { standing: PageStanding }) {
  const { actor, workspace, may } = standing;
  const members = await listMembers({
    workspaceId: workspace.id,
    withEmails: may["member:emails"],
  });
  const granters = members.filter(({ role }) => isAtLeast(role, "admin"));
  return (
    <NoAccess slug={workspace.slug} role={actor.role} granters={granters} />
  );
}
