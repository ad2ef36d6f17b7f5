"use client";

import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { EditorUiContext } from "@/components/map/editor-ui";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { showToast } from "@/components/ui/toast";
import { useCommands } from "@/components/room/use-commands";
import { deleteCard, reviveCard } from "@/lib/journey/cards";
import { duplicateCard } from "@/lib/journey/duplicate-card";
import type { CardId } from "@/lib/journey/ids";

interface CardActionsProps {
  readonly cardId: CardId;
  readonly onClose: () => void;
  readonly onOpen: (cardId: CardId) => void;
}

/** What can be done with the card as a whole. */
export function CardActions({ cardId, onClose, onOpen }: CardActionsProps) {
  const t = useTranslations("touchpoint.card");
  const common = useTranslations("common");
  const panel = useTranslations("touchpoint");
  const { run } = useCommands();
  const ui = useContext(EditorUiContext);
  const handleDelete = () => {
    if (!run((ctx) => deleteCard(ctx, { cardId }))?.ok) return;
    const undo = () => void run((ctx) => reviveCard(ctx, { cardId }));
    showToast({
      text: t("deleted"),
      action: { label: common("undo"), run: undo },
    });
    onClose();
  };
  const handleDuplicate = () => {
    const result = run((ctx) => duplicateCard(ctx, { cardId }));
    if (result?.ok) onOpen(result.cardId);
  };
  return (
    <Menu
      label={common("more")}
      trigger={
        <IconButton label={common("more")}>
          <MoreHorizontal aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onAction={handleDuplicate}>{t("duplicate")}</MenuItem>
      {ui ? (
        <MenuItem
          onAction={() =>
            ui.show({
              kind: "move-to",
              subjects: [{ kind: "card", id: cardId }],
            })
          }
        >
          {panel("moveTo")}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem isDanger onAction={handleDelete}>
        {t("delete")}
      </MenuItem>
    </Menu>
  );
}
