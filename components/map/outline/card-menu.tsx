"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton, type IconButtonProps } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { Card } from "@/lib/journey/journey-map";
import { textTarget, type OutlineWrite } from "./outline-write";

interface CardMenuProps extends Pick<IconButtonProps, "size" | "className"> {
  readonly card: Card;
  readonly write: OutlineWrite;
}

/** What can be done with a card wherever it is not in the grid. */
export function CardMenu({ card, write, ...button }: CardMenuProps) {
  const t = useTranslations("map.menu");
  const facts = useTranslations("lanes.facts");
  const { tick } = write.open;
  const subject = { kind: "card" as const, id: card.id };
  return (
    <Menu
      label={t("label")}
      trigger={
        <IconButton label={t("open")} {...button}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onAction={() => write.edit(textTarget(card))}>
        {t("edit")}
      </MenuItem>
      <MenuItem onAction={() => write.open.openCard(card.id)}>
        {t("openCard")}
      </MenuItem>
      {tick && card.task ? (
        <MenuItem onAction={() => tick(card)}>
          {facts(card.task.status === "done" ? "reopen" : "tick")}
        </MenuItem>
      ) : null}
      <MenuItem onAction={() => write.moveTo(subject)}>{t("moveTo")}</MenuItem>
      <MenuItem isDanger onAction={() => write.remove(subject)}>
        {t("delete.card")}
      </MenuItem>
    </Menu>
  );
}
