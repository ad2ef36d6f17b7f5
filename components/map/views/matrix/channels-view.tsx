"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  channelRows,
  usedChannels,
  type ChannelRow,
} from "@/lib/views/channel-matrix";
import type { MatrixColumn } from "@/lib/views/columns";
import { useCatalogue } from "../../drawing/catalogue";
import type { ChannelChoice } from "../../editor-props";
import { EmptyView, hasTouchpoints, NoTouchpoints } from "../empty-view";
import type { ViewProps } from "../view-props";
import { ChannelCellFace } from "./channel-cell";
import { ChannelHead } from "./channel-head";
import { Matrix, type MatrixRow } from "./matrix";
import { MatrixBar } from "./matrix-bar";
import { useColumns } from "./use-columns";

/** Which channel is used where, and how far each runs through the journey (R49). */
export function ChannelsView(props: ViewProps) {
  const { map, write } = props;
  return hasTouchpoints(map) ? (
    <FilledChannels {...props} />
  ) : (
    <NoTouchpoints view="channels" {...{ map, write }} />
  );
}

function FilledChannels({ map, write, openTouchpoint }: ViewProps) {
  const t = useTranslations("views.channels");
  const { grain, setGrain, columns } = useColumns(map);
  const { channels } = useCatalogue();
  const [isAll, showAll] = useState(false);
  const used = usedChannels(columns);
  const isEmpty = !channels.some(({ id }) => used.has(id));
  // A map without any channel shows all of them at once: that is where to begin.
  const shown = inGroups(
    channels.filter(
      ({ id, archived }) =>
        used.has(id) || (write && !archived && (isAll || isEmpty)),
    ),
  );
  if (shown.length === 0) return <EmptyView view="channels" text={t("none")} />;
  const rows = channelRows(
    columns,
    shown.map(({ id }) => id),
  );
  return (
    <section
      aria-label={t("label", { title: map.meta.title })}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <MatrixBar
        {...{ grain }}
        onGrain={setGrain}
        isAll={write && !isEmpty ? isAll : null}
        allLabel={t("all")}
        onAll={showAll}
      >
        <Summary {...{ rows, shown, columns }} stages={map.stages.length} />
      </MatrixBar>
      <Matrix
        label={t("label", { title: map.meta.title })}
        {...{ map, grain, columns, openTouchpoint }}
        isReadOnly={write === null}
        rows={rows.map((row, at): MatrixRow => ({
          key: row.channelId,
          group: t(shown[at]?.medium ?? "online"),
          head: (
            <ChannelHead
              channel={shown[at]}
              row={row}
              stages={map.stages.length}
            />
          ),
          cell: (index, stop) => (
            <ChannelCellFace
              {...{ grain, stop, write, row, index }}
              column={columns[index]}
              channel={shown[at]}
            />
          ),
        }))}
      />
    </section>
  );
}

function inGroups(channels: readonly ChannelChoice[]): ChannelChoice[] {
  const of = (medium: ChannelChoice["medium"]) =>
    channels.filter((channel) => channel.medium === medium);
  return [...of("online"), ...of("offline")];
}

interface SummaryProps {
  readonly rows: readonly ChannelRow[];
  readonly shown: readonly ChannelChoice[];
  readonly columns: readonly MatrixColumn[];
  readonly stages: number;
}

/** The channel that runs furthest, and how many touchpoints have none. */
function Summary({ rows, shown, columns, stages }: SummaryProps) {
  const t = useTranslations("views.channels");
  const longest = rows.reduce<ChannelRow | null>(
    (best, row) => (row.stages > (best?.stages ?? 0) ? row : best),
    null,
  );
  const name = shown.find(({ id }) => id === longest?.channelId)?.name;
  const without = columns
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ channels }) => channels.length === 0).length;
  return (
    <>
      {longest && name
        ? t("longest", { name, count: longest.stages, all: stages })
        : t("begin")}{" "}
      {without > 0 ? t("without", { count: without }) : null}
    </>
  );
}
