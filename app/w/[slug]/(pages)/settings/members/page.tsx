import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/workspace/section-card";
import { InvitationList } from "@/components/workspace/settings/invitation-list";
import { InviteForm } from "@/components/workspace/settings/invite-form";
import {
  MemberList,
  type ListedMember,
} from "@/components/workspace/settings/member-list";
import { can } from "@/lib/access/can";
import { ROLES } from "@/lib/access/roles";
import { invitedRole, type MemberItem } from "@/lib/api/workspaces";
import { listInvitations } from "@/server/queries/invitations";
import { listMembers } from "@/server/queries/workspaces";
import { standingOf, type PageStanding } from "../../../standing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.members") };
}

function withAbilities(
  { actor, person }: PageStanding,
  member: MemberItem,
): ListedMember {
  const { userId, role } = member;
  return {
    ...member,
    isMe: userId === person.id,
    roles: ROLES.filter((nextRole) =>
      can(actor, "member:role", { userId, role, nextRole }),
    ),
    mayRemove: can(actor, "member:remove", { userId, role }),
  };
}

export default async function MembersPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const standing = await standingOf(slug);
  const { actor, workspace, may } = standing;
  const workspaceId = workspace.id;
  const [members, invitations, t] = await Promise.all([
    listMembers({ workspaceId, withEmails: may["member:emails"] }),
    may["invitation:list"] ? listInvitations({ workspaceId, id: null }) : [],
    getTranslations("settings"),
  ]);
  const roles = invitedRole.options.filter((role) =>
    can(actor, "invitation:create", { role }),
  );
  return (
    <div>
      {roles.length > 0 ? (
        <SectionCard
          title={t("invitations.title")}
          text={t("invitations.text")}
        >
          <div className="flex flex-col gap-6">
            <InviteForm slug={slug} roles={roles} />
            <InvitationList slug={slug} invitations={invitations} />
          </div>
        </SectionCard>
      ) : null}
      <SectionCard title={t("members.count", { count: members.length })}>
        <MemberList
          workspace={{ slug, name: workspace.name }}
          members={members.map((member) => withAbilities(standing, member))}
        />
      </SectionCard>
    </div>
  );
}
