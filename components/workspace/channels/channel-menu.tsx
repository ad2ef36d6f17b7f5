"use client";

import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Ellipsis,
  Pencil,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { ChannelListItem } from "@/lib/api/channels";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";
import { channelName } from "./channel-name";

interface ChannelMenuProps {
  slug: string;
  channel: ChannelListItem;
  channels: readonly ChannelListItem[];
  onEdit: () => void;
}

/** What can be done to one channel; a built-in one keeps its name. */
export function ChannelMenu({
  slug,
  channel,
  channels,
  onEdit,
}: ChannelMenuProps) {
  const t = useTranslations("channels");
  const undoLabel = useTranslations("common")("undo");
  const act = useQuickAction();
  const name = channelName(channel, useLocale());
  const patch = (body: object) => () =>
    api(`/workspaces/${slug}/channels/${channel.id}`, {
      method: "PATCH",
      body,
    });

  const active = channels.filter(({ archived }) => !archived);
  const at = active.findIndex(({ id }) => id === channel.id);
  const move = (before: string | null) =>
    void act({ request: patch({ before }), done: t("done.moved", { name }) });

  return (
    <Menu
      label={t("menu", { name })}
      trigger={
        <IconButton label={t("menu", { name })} size="sm">
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      {channel.key === null ? (
        <MenuItem icon={<Pencil aria-hidden="true" />} onAction={onEdit}>
          {t("rename")}
        </MenuItem>
      ) : null}
      {at > 0 ? (
        <MenuItem
          icon={<ArrowUp aria-hidden="true" />}
          onAction={() => move(active[at - 1]?.id ?? null)}
        >
          {t("up")}
        </MenuItem>
      ) : null}
      {at >= 0 && at < active.length - 1 ? (
        <MenuItem
          icon={<ArrowDown aria-hidden="true" />}
          onAction={() => move(active[at + 2]?.id ?? null)}
        >
          {t("down")}
        </MenuItem>
      ) : null}
      {channel.archived ? (
        <MenuItem
          icon={<ArchiveRestore aria-hidden="true" />}
          onAction={() =>
            void act({
              request: patch({ archived: false }),
              done: t("done.restored", { name }),
            })
          }
        >
          {t("restore")}
        </MenuItem>
      ) : (
        <MenuItem
          icon={<Archive aria-hidden="true" />}
          onAction={() =>
            void act({
              request: patch({ archived: true }),
              done: t("done.archived", { name }),
              undo: { label: undoLabel, request: patch({ archived: false }) },
            })
          }
        >
          {t("archive")}
        </MenuItem>
      )}
    </Menu>
  );
}
