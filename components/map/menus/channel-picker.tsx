"use client";

import { useTranslations } from "next-intl";
import { ListBox, ListBoxItem } from "react-aria-components";
import { Check } from "lucide-react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { optionStyle } from "@/components/ui/list-style";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import type { ChannelId, TouchpointId } from "@/lib/journey/ids";
import { useCatalogue } from "../drawing/catalogue";
import { ChannelIcon } from "../drawing/channel-icon";
import type { Spot } from "../editor-ui";
import { touchpointIn } from "../map-index";
import { FloatingDialog } from "./floating";

interface ChannelPickerProps {
  readonly touchpointId: TouchpointId;
  readonly at: Spot;
  readonly onClose: () => void;
}

const NONE: readonly ChannelId[] = [];

/** Over which channels a touchpoint runs; several are usual. */
export function ChannelPicker({
  touchpointId,
  at,
  onClose,
}: ChannelPickerProps) {
  const t = useTranslations("map");
  const { run } = useCommands();
  const { channels } = useCatalogue();
  const chosen = useJourneyMap(
    (map) => touchpointIn(map, touchpointId)?.channels ?? NONE,
  );
  const shown = channels.filter(
    ({ archived, id }) => !archived || chosen.includes(id),
  );
  const toggle = (channelId: ChannelId) =>
    run((ctx) =>
      chosen.includes(channelId)
        ? removeChannel(ctx, { touchpointId, channelId })
        : addChannel(ctx, { touchpointId, channelId }),
    );
  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t("channels.choose")}
      className="w-64"
    >
      <ListBox
        aria-label={t("channels.choose")}
        autoFocus
        items={shown}
        dependencies={[chosen]}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          if (keys === "all") return;
          const changed = shown.find(
            ({ id }) => keys.has(id) !== chosen.includes(id),
          );
          if (changed) toggle(changed.id);
        }}
        className="max-h-80 overflow-auto outline-none"
      >
        {(channel) => (
          <ListBoxItem
            id={channel.id}
            textValue={channel.name}
            className={optionStyle}
          >
            {({ isSelected }) => (
              <>
                <ChannelIcon icon={channel.icon} />
                <span className="min-w-0 flex-1 truncate">{channel.name}</span>
                {isSelected ? <Check aria-hidden="true" /> : null}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </FloatingDialog>
  );
}
