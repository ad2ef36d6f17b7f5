"use client";

import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { showToast } from "@/components/ui/toast";
import { useCommands } from "@/components/room/use-commands";
import { deleteAttachment, reviveAttachment } from "@/lib/journey/attachments";
import type { Attachment } from "@/lib/journey/journey-map";
import { RenameDialog } from "./rename-dialog";

interface AttachmentActionsProps {
  readonly attachment: Attachment;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
}

/** Rename, move and delete; a deletion can be taken back at once. */
export function AttachmentActions({
  attachment,
  onUp,
  onDown,
}: AttachmentActionsProps) {
  const t = useTranslations("touchpoint.attachments");
  const common = useTranslations("common");
  const { run } = useCommands();
  const [isRenaming, setRenaming] = useState(false);
  const { id: attachmentId, name } = attachment;

  const handleDelete = () => {
    const result = run((ctx) => deleteAttachment(ctx, { attachmentId }));
    if (!result?.ok) return;
    const undo = () =>
      void run((ctx) => reviveAttachment(ctx, { attachmentId }));
    showToast({
      text: t("deleted", { name }),
      action: { label: common("undo"), run: undo },
    });
  };
  return (
    <>
      <Menu
        label={t("actions", { name })}
        trigger={
          <IconButton label={t("actions", { name })}>
            <MoreHorizontal aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onAction={() => setRenaming(true)}>{t("rename")}</MenuItem>
        <MenuItem isDisabled={!onUp} onAction={onUp}>
          {t("up")}
        </MenuItem>
        <MenuItem isDisabled={!onDown} onAction={onDown}>
          {t("down")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem isDanger onAction={handleDelete}>
          {common("delete")}
        </MenuItem>
      </Menu>
      <RenameDialog
        attachment={attachment}
        isOpen={isRenaming}
        onOpenChange={setRenaming}
      />
    </>
  );
}
