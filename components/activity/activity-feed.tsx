"use client";

import { Activity as ActivityIcon } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useMemo, useRef, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { NewsBar } from "@/components/ui/news-bar";
import { Spinner } from "@/components/ui/spinner";
import { MoreButton } from "@/components/workspace/lists/more-button";
import { useTimeZone } from "@/components/workspace/local-time";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { groupActivity } from "@/lib/activity/group";
import { ActivityBlock } from "./activity-block";
import type { useActivity } from "./use-activity";

interface ActivityFeedProps {
  readonly slug: string;
  readonly activity: ReturnType<typeof useActivity>;
  readonly isPlaced: boolean;
  /** What there is to do where nothing is found. */
  readonly empty: ReactNode;
}

/** What people did, by day and person, the newest first. */
export function ActivityFeed(props: ActivityFeedProps) {
  const { slug, activity, isPlaced, empty } = props;
  const t = useTranslations("activity");
  const { items, problem, news, hasMore, isLoading } = activity;
  const timeZone = useTimeZone();
  const days = useMemo(
    () => groupActivity(items ?? [], timeZone),
    [items, timeZone],
  );
  const top = useRef<HTMLElement>(null);
  const showNews = () => {
    activity.showNews();
    // The button goes: who used it stays where the news are.
    top.current?.focus();
  };
  return (
    <section
      ref={top}
      tabIndex={-1}
      aria-label={t("title")}
      className="flex flex-col gap-5 outline-none"
    >
      <NewsBar
        label={news > 0 ? t("news", { count: news }) : null}
        onShow={showNews}
      />
      <ProblemBanner problem={problem} />
      {items === null && !problem ? (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          <Spinner />
          {t("loading")}
        </p>
      ) : null}
      {items?.length === 0 ? (
        <EmptyState
          icon={<ActivityIcon aria-hidden="true" />}
          title={t("emptyTitle")}
        >
          {empty}
        </EmptyState>
      ) : null}
      {days.map(({ day, blocks }) => (
        <div key={day} className="flex flex-col gap-2">
          <h2 className="text-sm font-semibold text-ink-2">
            <DayName day={day} />
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {blocks.map((block) => (
              <ActivityBlock key={block.key} {...{ slug, block, isPlaced }} />
            ))}
          </ul>
        </div>
      ))}
      <MoreButton
        variant="quiet"
        list={{ hasMore, isLoading, more: activity.readMore }}
        shown={items?.length ?? 0}
        label={t("more")}
      />
    </section>
  );
}

const dayMs = 24 * 60 * 60 * 1000;

/** A day as people call it. */
function DayName({ day }: { readonly day: string }) {
  const t = useTranslations("activity");
  const format = useFormatter();
  // A page that stays open overnight does not call yesterday today.
  const now = useNow({ updateInterval: 60_000 });
  const timeZone = useTimeZone();
  const dayAt = (ms: number) =>
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).format(ms);
  if (day === dayAt(now.getTime())) return t("today");
  if (day === dayAt(now.getTime() - dayMs)) return t("yesterday");
  const isThisYear = day.slice(0, 4) === dayAt(now.getTime()).slice(0, 4);
  return format.dateTime(new Date(`${day}T12:00:00Z`), {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
}
