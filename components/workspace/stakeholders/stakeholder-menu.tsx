"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";

interface StakeholderMenuProps {
  slug: string;
  stakeholder: StakeholderListItem;
  onEdit: () => void;
}

/** What can be done to one stakeholder. */
export function StakeholderMenu({
  slug,
  stakeholder,
  onEdit,
}: StakeholderMenuProps) {
  const t = useTranslations("stakeholders");
  const common = useTranslations("common");
  const act = useQuickAction();
  const path = `/workspaces/${slug}/stakeholders/${stakeholder.id}`;
  const archive = () => api(path, { method: "DELETE" });
  const restore = () => api(`${path}/restore`, { method: "POST" });
  const { name } = stakeholder;
  return (
    <Menu
      label={`${common("more")}: ${name}`}
      trigger={
        <IconButton label={`${common("more")}: ${name}`} size="sm">
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden="true" />} onAction={onEdit}>
        {t("edit")}
      </MenuItem>
      {stakeholder.archivedAt ? (
        <MenuItem
          icon={<ArchiveRestore aria-hidden="true" />}
          onAction={() =>
            void act({ request: restore, done: t("done.restored", { name }) })
          }
        >
          {t("restore")}
        </MenuItem>
      ) : (
        <MenuItem
          icon={<Archive aria-hidden="true" />}
          onAction={() =>
            void act({
              request: archive,
              done: t("done.archived", { name }),
              undo: { label: common("undo"), request: restore },
            })
          }
        >
          {t("archive")}
        </MenuItem>
      )}
    </Menu>
  );
}
