"use client";

import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PersonalTouchpoint } from "@/lib/api/person";
import { ChannelIcon } from "../channels/channel-icon";
import { channelName } from "../channels/channel-name";

interface PersonalTouchpointsProps {
  touchpoints: readonly PersonalTouchpoint[];
}

/** Touchpoints in the order in which they came, those of one journey together. */
function byJourney(touchpoints: readonly PersonalTouchpoint[]) {
  const groups = new Map<string, PersonalTouchpoint[]>();
  for (const touchpoint of touchpoints) {
    const { id } = touchpoint.journey;
    groups.set(id, [...(groups.get(id) ?? []), touchpoint]);
  }
  return [...groups.values()];
}

/** What they are responsible for or involved in, journey by journey. */
export function PersonalTouchpoints({ touchpoints }: PersonalTouchpointsProps) {
  const t = useTranslations("person.touchpoints");
  return (
    <section aria-labelledby="touchpoints" className="flex flex-col gap-3">
      <h2 id="touchpoints" className="text-md">
        {t("title")}
      </h2>
      {touchpoints.length > 0 ? (
        byJourney(touchpoints).map((group) => (
          <div key={group[0]?.journey.id} className="flex flex-col gap-2">
            <h3 className="text-base hyphens-auto wrap-anywhere">
              {group[0]?.journey.title || t("untitledJourney")}
            </h3>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {group.map((touchpoint) => (
                <TouchpointItem key={touchpoint.id} touchpoint={touchpoint} />
              ))}
            </ul>
          </div>
        ))
      ) : (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
          {t("none")}
        </p>
      )}
    </section>
  );
}

function TouchpointItem({ touchpoint }: { touchpoint: PersonalTouchpoint }) {
  const t = useTranslations("person.touchpoints");
  const locale = useLocale();
  const { title, stage, message, messageStatus, channels, myRole } = touchpoint;
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <h4 className="min-w-0 text-sm font-medium hyphens-auto wrap-anywhere">
          {title || t("untitled")}
        </h4>
        <Badge
          tone={myRole === "responsible" ? "accent" : "neutral"}
          className="shrink-0"
        >
          {t(`role.${myRole}`)}
        </Badge>
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        <span
          className="flex min-w-0 items-center gap-1.5"
          data-colour={stage.colour ?? "grey"}
        >
          <span className="size-2 shrink-0 rounded-full border border-(--edge) bg-(--tint)" />
          <span className="min-w-0 wrap-anywhere">
            {stage.title || t("untitledStage")}
          </span>
        </span>
        {channels.map((channel) => (
          <span key={channel.id} className="flex min-w-0 items-center gap-1.5">
            <ChannelIcon icon={channel.icon} className="size-3.5" />
            <span className="wrap-anywhere">
              {channelName(channel, locale)}
            </span>
          </span>
        ))}
      </div>
      {message ? (
        <p className="text-sm hyphens-auto whitespace-pre-line wrap-anywhere">
          {message}
        </p>
      ) : null}
      {messageStatus ? (
        <p className="text-xs text-ink-2">{t(`status.${messageStatus}`)}</p>
      ) : null}
    </li>
  );
}
