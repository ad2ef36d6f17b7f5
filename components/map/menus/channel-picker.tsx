"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { Check } from "lucide-react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { optionStyle } from "@/components/ui/list-style";
import type { ChannelId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useCatalogue } from "../drawing/catalogue";
import { ChannelIcon } from "../drawing/channel-icon";
import type { Spot } from "../editor-ui";
import { channelAll } from "../grid/bulk";
import { touchpointIn } from "../map-index";
import { FloatingDialog } from "./floating";

interface ChannelPickerProps {
  readonly touchpointIds: readonly TouchpointId[];
  readonly at: Spot;
  readonly onClose: () => void;
}

/** Over which channels touchpoints run; several are usual. A channel counts as chosen when all have it. */
export function ChannelPicker({
  touchpointIds,
  at,
  onClose,
}: ChannelPickerProps) {
  const t = useTranslations("map");
  const { run } = useCommands();
  const { channels } = useCatalogue();
  const map = useJourneyMap((whole) => whole);
  const chosen = useMemo(
    () => commonChannels(map, touchpointIds),
    [map, touchpointIds],
  );
  const shown = channels.filter(
    ({ archived, id }) => !archived || chosen.includes(id),
  );
  const toggle = (channelId: ChannelId) =>
    run((ctx) =>
      channelAll(ctx, touchpointIds, {
        channelId,
        isOn: !chosen.includes(channelId),
      }),
    );
  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t("channels.choose", { count: touchpointIds.length })}
      className="w-64"
    >
      <ListBox
        aria-label={t("channels.choose", { count: touchpointIds.length })}
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

function commonChannels(
  map: JourneyMap,
  ids: readonly TouchpointId[],
): readonly ChannelId[] {
  const [first = [], ...rest] = ids.map(
    (id) => touchpointIn(map, id)?.channels ?? [],
  );
  return first.filter((id) => rest.every((channels) => channels.includes(id)));
}
