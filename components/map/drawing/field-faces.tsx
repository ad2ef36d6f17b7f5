import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { useCatalogue } from "./catalogue";
import { ChannelIcon } from "./channel-icon";

/** The channels of a touchpoint, by sign and name. */
export function ChannelFace({ channels }: Pick<Touchpoint, "channels">) {
  const { channelOf } = useCatalogue();
  const known = channels.flatMap((id) => channelOf(id) ?? []);
  return (
    <ul className="flex flex-wrap gap-1">
      {known.map((channel) => (
        <li
          key={channel.id}
          className="inline-flex max-w-full items-center gap-1 rounded-full border border-line bg-surface py-0.5 pr-2 pl-1.5 text-xs text-ink-2"
        >
          <ChannelIcon icon={channel.icon} className="size-3.5 shrink-0" />
          <span className="min-w-0 truncate">{channel.name}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same as signs alone, beside a name that says the rest. */
export function ChannelSigns({ channels }: Pick<Touchpoint, "channels">) {
  const { channelOf } = useCatalogue();
  const known = channels.flatMap((id) => channelOf(id) ?? []);
  if (known.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1 text-ink-3">
      {known.map(({ id, name, icon }) => (
        <li key={id} title={name} className="inline-flex">
          <ChannelIcon icon={icon} className="size-3.5" />
          <span className="sr-only">{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who is responsible, and who is involved. */
export function StakeholderFace({ owners }: Pick<Touchpoint, "owners">) {
  const t = useTranslations("map");
  const { stakeholderOf } = useCatalogue();
  return (
    <ul className="flex flex-col gap-1">
      {owners.map(({ stakeholderId, role }) => {
        const person = stakeholderOf(stakeholderId);
        return (
          <li
            key={stakeholderId}
            className={cx(
              "flex min-w-0 items-center gap-1.5 text-sm",
              role === "involved" && "text-ink-2",
            )}
          >
            <Avatar
              name={person?.name ?? "?"}
              id={stakeholderId}
              colour={person?.colour}
              kind={person?.kind}
              size="xs"
            />
            <span className="min-w-0 truncate">
              {person?.name ?? t("unknownPerson")}
            </span>
            <span
              className={cx(
                "text-xs text-ink-3",
                role === "responsible" && "sr-only",
              )}
            >
              {t(`owner.${role}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
