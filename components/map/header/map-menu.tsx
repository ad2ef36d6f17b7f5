"use client";

import {
  Ellipsis,
  History,
  Keyboard,
  Lock,
  LockOpen,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useHistoryHref } from "@/components/history/history-href";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { setMeta } from "@/lib/journey/meta";
import { useEditorUi } from "../editor-ui";

/** What concerns the map as a whole. */
export function MapMenu() {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const { run } = useCommands();
  const canWrite = useCanWrite();
  const historyHref = useHistoryHref();
  const isLocked = useJourneyMap((map) => map.meta.structureLocked);
  return (
    <Menu
      label={t("header.more")}
      trigger={
        <IconButton label={t("header.more")}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      {canWrite ? (
        <MenuItem
          icon={
            isLocked ? (
              <LockOpen aria-hidden="true" />
            ) : (
              <Lock aria-hidden="true" />
            )
          }
          onAction={() =>
            run((ctx) => setMeta(ctx, { structureLocked: !isLocked }))
          }
        >
          {t(isLocked ? "header.unlock" : "header.lock")}
        </MenuItem>
      ) : null}
      <MenuItem
        icon={<History aria-hidden="true" />}
        keys={ui.singleKeys ? "h" : undefined}
        href={historyHref}
      >
        {t("header.history")}
      </MenuItem>
      <MenuItem
        icon={<Trash2 aria-hidden="true" />}
        onAction={() => ui.show({ kind: "trash" })}
      >
        {t("trash.open")}
      </MenuItem>
      <MenuItem
        icon={<Keyboard aria-hidden="true" />}
        keys="?"
        onAction={() => ui.show({ kind: "keys" })}
      >
        {t("keys.title")}
      </MenuItem>
    </Menu>
  );
}
