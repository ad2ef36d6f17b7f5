"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { api } from "./api-client";
import { useQuickAction } from "./use-action";

interface ArchivableMenuProps {
  /** Whose words it speaks. */
  of: "personas" | "stakeholders";
  /** Of the row in the API. */
  path: string;
  name: string;
  isArchived: boolean;
  onEdit: () => void;
}

/** What can be done to a row that is put away instead of deleted. */
export function ArchivableMenu(props: ArchivableMenuProps) {
  const { of, path, name, isArchived, onEdit } = props;
  const t = useTranslations(of);
  const common = useTranslations("common");
  const act = useQuickAction();
  const archive = () => api(path, { method: "DELETE" });
  const restore = () => api(`${path}/restore`, { method: "POST" });
  const handleRestore = () =>
    void act({ request: restore, done: t("done.restored", { name }) });
  const handleArchive = () =>
    void act({
      request: archive,
      done: t("done.archived", { name }),
      undo: { label: common("undo"), request: restore },
    });
  const label = `${common("more")}: ${name}`;
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label} size="sm">
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden="true" />} onAction={onEdit}>
        {t("edit")}
      </MenuItem>
      {isArchived ? (
        <MenuItem
          icon={<ArchiveRestore aria-hidden="true" />}
          onAction={handleRestore}
        >
          {t("restore")}
        </MenuItem>
      ) : (
        <MenuItem
          icon={<Archive aria-hidden="true" />}
          onAction={handleArchive}
        >
          {t("archive")}
        </MenuItem>
      )}
    </Menu>
  );
}
