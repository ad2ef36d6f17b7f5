"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  useFilter,
} from "react-aria-components";
import { Check, Plus } from "lucide-react";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { inputStyle } from "@/components/ui/input-style";
import { optionStyle } from "@/components/ui/list-style";
import { useCreateRow } from "@/components/touchpoint/use-create-row";
import { asId } from "@/lib/journey/ids";
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
  const { mayCreate, createChannel } = useLibrary();
  const createRow = useCreateRow();
  const { contains } = useFilter({ sensitivity: "base" });
  const [typed, setTyped] = useState("");
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
  const name = typed.trim();
  const isNew = !channels.some(
    (channel) =>
      !channel.archived &&
      channel.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
  );
  const create = async () => {
    const fields = { name, icon: "circle", medium: "online" } as const;
    const made = await createRow(() => createChannel(fields));
    if (!made) return;
    setTyped("");
    toggle(asId<ChannelId>(made.id));
  };
  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t("channels.choose", { count: touchpointIds.length })}
      className="w-64"
    >
      <Autocomplete
        filter={contains}
        inputValue={typed}
        onInputChange={setTyped}
      >
        <SearchField aria-label={t("channels.search")} autoFocus>
          <Input
            placeholder={t("channels.search")}
            className={`${inputStyle} h-9 w-full pointer-coarse:h-11`}
          />
        </SearchField>
        <ListBox
          aria-label={t("channels.choose", { count: touchpointIds.length })}
          items={shown}
          dependencies={[chosen]}
          selectionMode="multiple"
          // Else Escape in the search takes channels away instead of closing.
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            if (keys === "all") return;
            const changed = shown.find(
              ({ id }) => keys.has(id) !== chosen.includes(id),
            );
            if (changed) toggle(changed.id);
          }}
          className="mt-1 max-h-80 overflow-auto outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-sm text-ink-3">
              {t("channels.nothing")}
            </p>
          )}
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
                  <span className="min-w-0 flex-1 truncate">
                    {channel.name}
                  </span>
                  {isSelected ? <Check aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {mayCreate && name !== "" && isNew ? (
        <button
          type="button"
          onClick={() => void create()}
          className={`${optionStyle} mt-1 w-full border-t border-line hover:bg-hover`}
        >
          <Plus aria-hidden="true" />
          <span className="min-w-0 flex-1 truncate text-left">
            {t("paste.create.channel", { name })}
          </span>
        </button>
      ) : null}
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
