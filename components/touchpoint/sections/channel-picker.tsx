"use client";

import { useTranslations } from "next-intl";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { ChannelIcon } from "@/components/map/drawing/channel-icon";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import { asId, type ChannelId } from "@/lib/journey/ids";
import { Chip, Chips } from "../fields/chips";
import { SearchOrCreate } from "../fields/search-or-create";
import { useCreateRow } from "../use-create-row";
import type { SectionPartProps } from "./section-props";

/** The channels of a touchpoint; a missing one is made right there. */
export function ChannelPicker({
  touchpoint,
  canWrite,
}: Pick<SectionPartProps, "touchpoint" | "canWrite">) {
  const t = useTranslations("touchpoint.contact");
  const { channels, channelOf } = useCatalogue();
  const { mayCreate, createChannel } = useLibrary();
  const createRow = useCreateRow();
  const { run } = useCommands();
  const touchpointId = touchpoint.id;
  const add = (channelId: ChannelId) =>
    run((ctx) => addChannel(ctx, { touchpointId, channelId }));

  const handleCreate = async (name: string) => {
    const medium = touchpoint.medium === "offline" ? "offline" : "online";
    const made = await createRow(() =>
      createChannel({ name, icon: "circle", medium }),
    );
    if (made) add(asId(made.id));
  };
  const free = channels.filter(
    ({ id, archived }) => !archived && !touchpoint.channels.includes(id),
  );

  return (
    <div className="flex flex-col gap-2">
      <span aria-hidden="true" className="text-sm font-medium">
        {t("channels")}
      </span>
      {touchpoint.channels.length > 0 ? (
        <Chips label={t("channels")}>
          {touchpoint.channels.map((channelId) => {
            const channel = channelOf(channelId);
            const name = channel?.name ?? t("unknownChannel");
            const remove = () =>
              run((ctx) => removeChannel(ctx, { touchpointId, channelId }));
            return (
              <Chip
                key={channelId}
                icon={<ChannelIcon icon={channel?.icon ?? "circle"} />}
                removeLabel={t("removeChannel", { name })}
                onRemove={canWrite ? remove : undefined}
              >
                {name}
              </Chip>
            );
          })}
        </Chips>
      ) : null}
      {canWrite ? (
        <SearchOrCreate
          label={t("addChannel")}
          placeholder={t("addChannel")}
          emptyText={t("noChannel")}
          choices={free.map(({ id, name, icon }) => ({
            id,
            label: name,
            icon: <ChannelIcon icon={icon} />,
          }))}
          onPick={add}
          create={
            mayCreate
              ? {
                  label: (name) => t("createChannel", { name }),
                  run: handleCreate,
                }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}
