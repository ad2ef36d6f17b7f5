"use client";

import { CalendarCheck, CalendarClock } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useRoom } from "@/components/room/room-context";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import { api } from "@/components/workspace/api-client";
import { useTimeZone } from "@/components/workspace/local-time";
import type { JourneyReviews } from "@/lib/api/reviews";
import { freshnessOf, type Reviewed } from "@/lib/insight/freshness";
import { useEditorUi } from "../editor-ui";

type FreshnessChipProps = Pick<Reviewed, "reviewedAt" | "createdAt">;

/** Whether the map is due for its review, and since when it counts as true; leads to where that is said. */
export function FreshnessChip({ createdAt, ...before }: FreshnessChipProps) {
  const t = useTranslations("guide.reviews");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const now = useNow();
  const ui = useEditorUi();
  const reviewedAt = useReviewedAt(before.reviewedAt);
  const reviewEveryDays = useJourneyMap((map) => map.meta.reviewEveryDays);
  const reviewed = { reviewedAt, createdAt, reviewEveryDays };
  const isDue = freshnessOf(reviewed, now) === "due";
  if (!isDue && reviewedAt === null) return null;
  const label = isDue
    ? t("chipDue")
    : t("chipReviewed", {
        day: format.dateTime(new Date(reviewedAt!), "day", { timeZone }),
      });
  const Icon = isDue ? CalendarClock : CalendarCheck;
  return (
    <AriaButton
      aria-label={label}
      onPress={() => ui.openRecord({ kind: "guide", tab: "review" })}
      className={cx(
        "inline-flex h-6 shrink-0 items-center gap-1 rounded-full border px-2 text-xs hover:bg-hover max-md:hidden pointer-coarse:h-11 [&_svg]:size-3",
        isDue
          ? "border-transparent bg-warning-tint text-warning"
          : "border-line text-ink-2",
      )}
    >
      <Icon aria-hidden="true" />
      <span className="max-xl:hidden" suppressHydrationWarning>
        {label}
      </span>
    </AriaButton>
  );
}

/** When somebody last reviewed this map: as the page was made, and asked for again when that may have changed. */
function useReviewedAt(before: string | null): string | null {
  const { client, journeyId, workspaceSlug } = useRoom();
  const [reviewedAt, setReviewedAt] = useState(before);
  const path = `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/reviews`;
  useEffect(() => {
    const ask = async () => {
      const read = await api<JourneyReviews>(path);
      if (read.ok) setReviewedAt(read.data.reviews[0]?.at ?? null);
    };
    return client?.onEvent(({ noun, id }) => {
      if (noun === "journey" && id === journeyId) void ask();
    });
  }, [client, journeyId, path]);
  return reviewedAt;
}
