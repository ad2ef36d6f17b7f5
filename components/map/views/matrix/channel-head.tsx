"use client";

import { useTranslations } from "next-intl";
import type { ChannelRow } from "@/lib/views/channel-matrix";
import { ChannelIcon } from "../../drawing/channel-icon";
import type { ChannelChoice } from "../../editor-props";

interface ChannelHeadProps {
  readonly channel: ChannelChoice | undefined;
  readonly row: ChannelRow;
  readonly stages: number;
}

/** A channel by sign and name, and how far it reaches. */
export function ChannelHead({ channel, row, stages }: ChannelHeadProps) {
  const t = useTranslations("views.channels");
  return (
    <span className="flex items-center gap-2">
      <ChannelIcon
        icon={channel?.icon ?? ""}
        className="size-4 shrink-0 text-ink-3"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 leading-4 hyphens-auto">
          {channel?.name}
        </span>
        <span className="block text-2xs font-normal text-ink-3">
          {t("reach", { count: row.stages, all: stages })}
        </span>
      </span>
    </span>
  );
}
