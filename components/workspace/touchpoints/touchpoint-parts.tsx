"use client";

import { Flag } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { emotionKey } from "@/components/ui/emotion";
import { EmotionFace } from "@/components/ui/emotion-face";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { ChannelIcon } from "../channels/channel-icon";
import { channelName } from "../channels/channel-name";
import { StakeholderLink } from "../stakeholders/stakeholder-link";

type Part<Key extends keyof TouchpointListItem> = {
  touchpoint: Pick<TouchpointListItem, Key>;
};

/** A face per persona that has a value, each with its words. */
export function Feelings({ touchpoint }: Part<"emotions">) {
  const t = useTranslations("touchpoints");
  const words = useTranslations("common.emotion");
  if (touchpoint.emotions.length === 0) {
    return <span className="text-xs text-ink-3">{words("none")}</span>;
  }
  return (
    <span className="flex gap-1">
      {touchpoint.emotions.map(({ persona, value }) => {
        const text = t("feels", {
          persona: persona.name,
          emotion: words(emotionKey(value)),
        });
        return (
          <span key={persona.id} title={text}>
            <EmotionFace value={value} />
            <span className="sr-only">{text}</span>
          </span>
        );
      })}
    </span>
  );
}

/** Who is responsible, each leading to their page. */
export function Owners({
  touchpoint,
  slug,
}: Part<"owners"> & { slug: string }) {
  const t = useTranslations("touchpoints");
  const responsible = touchpoint.owners.filter(
    ({ role }) => role === "responsible",
  );
  if (responsible.length === 0)
    return <span className="text-xs text-ink-3">{t("noOwner")}</span>;
  return (
    <span className="flex min-w-0 flex-col gap-1">
      {responsible.map((owner) => (
        <StakeholderLink
          key={owner.id}
          slug={slug}
          stakeholder={owner}
          size="xs"
          className="relative z-10 self-start"
        />
      ))}
    </span>
  );
}

/** The channels of a touchpoint, by picture and name. */
export function Channels({ touchpoint }: Part<"channels">) {
  const locale = useLocale();
  return (
    <span className="flex flex-col gap-1">
      {touchpoint.channels.map((channel) => (
        <span key={channel.id} className="flex min-w-0 items-center gap-1.5">
          <ChannelIcon icon={channel.icon} className="size-3.5" />
          <span className="truncate">{channelName(channel, locale)}</span>
        </span>
      ))}
    </span>
  );
}

/** The stage as its coloured dot and its name. */
export function StageName({ touchpoint }: Part<"stage">) {
  const t = useTranslations("touchpoints");
  const { colour, title } = touchpoint.stage;
  return (
    <span
      className="flex min-w-0 items-center gap-1.5"
      data-colour={colour ?? "grey"}
    >
      <span className="size-2 shrink-0 rounded-full border border-(--edge) bg-(--tint)" />
      <span className="min-w-0 wrap-anywhere">
        {title || t("untitledStage")}
      </span>
    </span>
  );
}

/** A flag where a touchpoint decides whether the customer stays. */
export function MomentFlag({ touchpoint }: Part<"momentKind">) {
  const t = useTranslations("touchpoints");
  if (!touchpoint.momentKind) return null;
  return (
    <span title={t("moment")} className="inline-flex align-middle text-accent">
      <Flag aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{t("moment")}</span>
    </span>
  );
}
