"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, type TableColumn } from "@/components/ui/table";
import type { ChannelListItem } from "@/lib/api/channels";
import { PageHeader } from "../page-header";
import { ChannelDialog } from "./channel-dialog";
import { ChannelIcon } from "./channel-icon";
import { ChannelMenu } from "./channel-menu";
import { channelName } from "./channel-name";

interface ChannelListProps {
  slug: string;
  channels: readonly ChannelListItem[];
  mayEdit: boolean;
}

/** All channels in the order in which pickers show them, and how much each is used. */
export function ChannelList({ slug, channels, mayEdit }: ChannelListProps) {
  const t = useTranslations("channels");
  const [editing, setEditing] = useState<ChannelListItem | "new" | null>(null);
  const columns = useColumns({ slug, channels, mayEdit, onEdit: setEditing });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayEdit ? (
            <Button variant="primary" onPress={() => setEditing("new")}>
              <Plus aria-hidden="true" />
              {t("new")}
            </Button>
          ) : null
        }
      />
      <Table
        caption={t("title")}
        columns={columns}
        rows={channels}
        rowId={({ id }) => id}
      />
      <ChannelDialog
        slug={slug}
        channel={editing === "new" ? null : editing}
        isOpen={editing !== null}
        onOpenChange={(isOpen) => !isOpen && setEditing(null)}
      />
    </>
  );
}

interface ColumnsProps extends ChannelListProps {
  onEdit: (channel: ChannelListItem) => void;
}

function useColumns(props: ColumnsProps): TableColumn<ChannelListItem>[] {
  const { slug, channels, mayEdit, onEdit } = props;
  const t = useTranslations("channels");
  const locale = useLocale();
  const columns: TableColumn<ChannelListItem>[] = [
    {
      id: "name",
      label: t("column.name"),
      isRowHeader: true,
      className: "sm:min-w-48",
      cell: (channel) => (
        <span className="flex flex-wrap items-center gap-2">
          <ChannelIcon icon={channel.icon} />
          <span className={channel.archived ? "text-ink-3" : undefined}>
            {channelName(channel, locale)}
          </span>
          {channel.key === null ? (
            <Badge tone="accent">{t("own")}</Badge>
          ) : null}
          {channel.archived ? <Badge>{t("archivedBadge")}</Badge> : null}
        </span>
      ),
    },
    {
      id: "medium",
      label: t("column.medium"),
      className: "hidden sm:table-cell",
      cell: ({ medium }) => t(`medium.${medium}`),
    },
    {
      id: "touchpoints",
      label: t("column.touchpoints"),
      isNumber: true,
      cell: (channel) =>
        channel.touchpoints === 0 ? (
          "0"
        ) : (
          <Link
            href={`/w/${slug}/touchpoints?channel=${channel.id}`}
            aria-label={`${channel.touchpoints}: ${t("show", { name: channelName(channel, locale) })}`}
            className="finger relative inline-block rounded-xs text-accent hover:underline"
          >
            {channel.touchpoints}
          </Link>
        ),
    },
    {
      id: "journeys",
      label: t("column.journeys"),
      isNumber: true,
      className: "hidden sm:table-cell",
      cell: ({ journeys }) => journeys,
    },
  ];
  if (mayEdit) {
    columns.push({
      id: "menu",
      label: t("rename"),
      isLabelHidden: true,
      className: "w-10",
      cell: (channel) => (
        <ChannelMenu
          {...{ slug, channel, channels }}
          onEdit={() => onEdit(channel)}
        />
      ),
    });
  }
  return columns;
}
