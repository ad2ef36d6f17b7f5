"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { Table, type TableColumn } from "@/components/ui/table";
import type { Role } from "@/lib/access/roles";
import type { MemberItem } from "@/lib/api/workspaces";
import { api } from "../api-client";
import { LocalTime } from "../local-time";
import { useQuickAction } from "../use-action";

/** A member with what whoever looks may do to them. */
export interface ListedMember extends MemberItem {
  isMe: boolean;
  /** Roles that may be given, the present one among them; fewer than two means none. */
  roles: Role[];
  mayRemove: boolean;
}

interface MemberListProps {
  workspace: { slug: string; name: string };
  members: readonly ListedMember[];
}

/** Who belongs to the workspace, as what. */
export function MemberList({ workspace, members }: MemberListProps) {
  const t = useTranslations("settings.members");
  const [removing, setRemoving] = useState<ListedMember | null>(null);
  const columns: TableColumn<ListedMember>[] = [
    {
      id: "name",
      label: t("name"),
      isRowHeader: true,
      className: "sm:min-w-48",
      cell: (member) => <Name member={member} />,
    },
    {
      id: "role",
      label: t("role"),
      className: "min-w-36",
      cell: (member) => <RoleChoice slug={workspace.slug} member={member} />,
    },
    {
      id: "joined",
      label: t("joined"),
      className: "hidden whitespace-nowrap md:table-cell",
      cell: ({ joinedAt }) => <LocalTime at={joinedAt} style="day" />,
    },
    {
      id: "remove",
      label: t("remove"),
      isLabelHidden: true,
      className: "text-right",
      cell: (member) =>
        member.mayRemove ? (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`${t(member.isMe ? "leave" : "remove")}: ${member.name}`}
            onPress={() => setRemoving(member)}
          >
            {t(member.isMe ? "leave" : "remove")}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <Table
        caption={t("count", { count: members.length })}
        columns={columns}
        rows={members}
        rowId={({ userId }) => userId}
        isStacked
      />
      {removing ? (
        <RemoveDialog
          workspace={workspace}
          member={removing}
          onOpenChange={(isOpen) => !isOpen && setRemoving(null)}
        />
      ) : null}
    </>
  );
}

function Name({ member }: { member: ListedMember }) {
  const t = useTranslations("settings.members");
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={member.name} id={member.userId} />
      <span className="min-w-0 wrap-anywhere">
        <span className="block">
          {member.name}
          {member.isMe ? (
            <span className="font-normal text-ink-3"> ({t("you")})</span>
          ) : null}
        </span>
        {member.email ? (
          <span className="block text-xs font-normal text-ink-3">
            {member.email}
          </span>
        ) : null}
      </span>
    </span>
  );
}

function RoleChoice({ slug, member }: { slug: string; member: ListedMember }) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("common.role");
  const act = useQuickAction();
  if (member.roles.length < 2) return <>{roles(member.role)}</>;
  const handleChange = (role: Role) =>
    void act({
      request: () =>
        api(`/workspaces/${slug}/members/${member.userId}`, {
          method: "PATCH",
          body: { role },
        }),
      done: t("changed", { name: member.name, role: roles(role) }),
    });
  return (
    <Select
      size="sm"
      label={t("roleOf", { name: member.name })}
      isLabelHidden
      options={member.roles.map((role) => ({
        id: role,
        label: roles(role),
        description: t(`roles.${role}`),
      }))}
      value={member.role}
      onChange={handleChange}
      className="w-36"
    />
  );
}

interface RemoveDialogProps {
  workspace: { slug: string; name: string };
  member: ListedMember;
  onOpenChange: (isOpen: boolean) => void;
}

function RemoveDialog({ workspace, member, onOpenChange }: RemoveDialogProps) {
  const t = useTranslations("settings.members");
  const act = useQuickAction();
  const router = useRouter();
  const { name } = member;
  const handleConfirm = async () => {
    const isDone = await act({
      request: () =>
        api(`/workspaces/${workspace.slug}/members/${member.userId}`, {
          method: "DELETE",
        }),
      done: member.isMe ? undefined : t("removed", { name }),
    });
    if (isDone && member.isMe) router.push("/");
    return isDone;
  };
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={
        member.isMe
          ? t("leaveTitle", { name: workspace.name })
          : t("removeTitle", { name })
      }
      confirmLabel={t(member.isMe ? "leave" : "remove")}
      onConfirm={handleConfirm}
      onOpenChange={onOpenChange}
    >
      <p>{t(member.isMe ? "leaveText" : "removeText")}</p>
    </ConfirmDialog>
  );
}
