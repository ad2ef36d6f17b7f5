"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";
import type { ChannelListItem } from "@/lib/api/channels";
import { ChannelIcon } from "../channels/channel-icon";
import { channelName } from "../channels/channel-name";

interface ChannelChoiceProps {
  channels: readonly ChannelListItem[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The favourite channels of a persona, as chips to switch on. */
export function ChannelChoice({
  channels,
  chosen,
  onChange,
}: ChannelChoiceProps) {
  const t = useTranslations("personas.field");
  const locale = useLocale();
  const offered = channels.filter(
    ({ id, archived }) => !archived || chosen.includes(id),
  );
  return (
    <CheckboxGroup
      value={[...chosen]}
      onChange={onChange}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-sm font-medium">{t("favouriteChannels")}</Label>
      <div className="flex flex-wrap gap-1.5">
        {offered.map((channel) => (
          <Checkbox
            key={channel.id}
            value={channel.id}
            data-tile=""
            className="flex h-7 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong px-2.5 text-xs font-medium text-ink-2 hover:bg-hover data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent data-selected:[&_svg]:text-accent pointer-coarse:h-11"
          >
            <ChannelIcon icon={channel.icon} className="size-3.5" />
            {channelName(channel, locale)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
