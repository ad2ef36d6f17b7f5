"use client";

import { Flag } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { emotionKey } from "@/components/ui/emotion";
import { EmotionFace } from "@/components/ui/emotion-face";
import { useEvidenceWords } from "@/components/map/emotion/point-words";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { feltValue, nearestLevel } from "@/lib/insight/evidence";
import { ChannelIcon } from "../channels/channel-icon";
import { channelName } from "../channels/channel-name";
import { StakeholderLink } from "../stakeholders/stakeholder-link";

type Part<Key extends keyof TouchpointListItem> = {
  touchpoint: Pick<TouchpointListItem, Key>;
};

/** A face per persona as its curve shows it, each with its words: hollow where nothing stands behind it. */
export function Feelings({ touchpoint }: Part<"emotions">) {
  const t = useTranslations("touchpoints");
  const words = useTranslations("common.emotion");
  const evidenceWords = useEvidenceWords();
  const felt = touchpoint.emotions.flatMap(({ persona, value, evidence }) => {
    const shown = feltValue(value, evidence);
    if (shown === null) return [];
    const level = nearestLevel(shown);
    const emotion = evidence
      ? evidenceWords(evidence)
      : t("assumed", { emotion: words(emotionKey(level)) });
    const text = t("feels", { persona: persona.name, emotion });
    return [{ id: persona.id, level, isProven: evidence !== null, text }];
  });
  if (felt.length === 0)
    return <span className="text-xs text-ink-3">{words("none")}</span>;
  const isAssumed = felt.every(({ isProven }) => !isProven);
  return (
    <span className="flex flex-wrap items-center gap-1">
      {felt.map(({ id, level, isProven, text }) => (
        <span key={id} title={text}>
          <EmotionFace value={level} isHollow={!isProven} />
          <span className="sr-only">{text}</span>
        </span>
      ))}
      {/* Whoever sees no hint over a face is told all the same. */}
      {isAssumed ? (
        <span aria-hidden="true" className="text-xs text-ink-3">
          {t("isAssumed")}
        </span>
      ) : null}
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
