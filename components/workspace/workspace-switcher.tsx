"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { CreateWorkspaceDialog } from "./create-workspace-dialog";

export interface ShownWorkspace {
  id: string;
  slug: string;
  name: string;
}

interface WorkspaceSwitcherProps {
  current: ShownWorkspace;
  workspaces: readonly ShownWorkspace[];
}

/** The name of the workspace, and the way into the others. */
export function WorkspaceSwitcher({
  current,
  workspaces,
}: WorkspaceSwitcherProps) {
  const t = useTranslations("workspace.switcher");
  const [isCreating, setCreating] = useState(false);
  return (
    <>
      <Menu
        label={t("label")}
        placement="bottom start"
        trigger={
          <AriaButton
            aria-label={`${t("label")}: ${current.name}`}
            className="flex w-full min-w-0 items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover data-pressed:bg-pressed pointer-coarse:min-h-11"
          >
            <Avatar name={current.name} id={current.id} kind="team" />
            <span className="min-w-0 flex-1 truncate text-sm font-semibold">
              {current.name}
            </span>
            <ChevronsUpDown
              aria-hidden="true"
              className="size-3.5 shrink-0 text-ink-3"
            />
          </AriaButton>
        }
      >
        {workspaces.map((workspace) => (
          <MenuItem
            key={workspace.id}
            id={workspace.id}
            href={`/w/${workspace.slug}/journeys`}
            icon={
              workspace.id === current.id ? (
                <Check aria-label={t("current")} />
              ) : (
                <span className="size-4" />
              )
            }
          >
            {workspace.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          onAction={() => setCreating(true)}
          icon={<Plus aria-hidden="true" />}
        >
          {t("new")}
        </MenuItem>
      </Menu>
      <CreateWorkspaceDialog isOpen={isCreating} onOpenChange={setCreating} />
    </>
  );
}
