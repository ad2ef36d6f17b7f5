"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoom } from "@/components/room/room-context";
import { ButtonLink } from "@/components/ui/button-link";
import { ActivityFeed } from "./activity-feed";
import { activityPath } from "./query";
import { useActivity } from "./use-activity";

/** What people did to the map on this page, beside it. */
export function JourneyActivity() {
  const t = useTranslations("activity");
  const { client, journeyId, workspaceSlug: slug } = useRoom();
  const path = activityPath(slug, { journey: journeyId });
  const activity = useActivity(path, null);
  const look = useRef(activity.look);
  useEffect(() => {
    look.current = activity.look;
  });
  useEffect(
    () =>
      client?.onEvent(({ id }) => {
        if (id === journeyId) void look.current();
      }),
    [client, journeyId],
  );
  const all = `/w/${encodeURIComponent(slug)}/activity?journey=${journeyId}`;
  return (
    <div className="flex flex-col gap-4">
      <ActivityFeed
        {...{ slug, activity }}
        isPlaced={false}
        empty={t("emptyJourney")}
      />
      <ButtonLink href={all} variant="quiet" size="sm" className="self-start">
        {t("inWorkspace")}
      </ButtonLink>
    </div>
  );
}
