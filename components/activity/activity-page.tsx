"use client";

import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { PageHeader } from "@/components/workspace/page-header";
import { TOPICS, type Topic } from "@/lib/activity/kinds";
import type { ActivityList } from "@/lib/api/activity";
import type { Named } from "@/lib/api/fields";
import { ActivityFeed } from "./activity-feed";
import {
  activityPath,
  QUERY_KEYS,
  searchOf,
  type ActivityQuery,
} from "./query";
import { useActivity } from "./use-activity";

interface ActivityPageProps {
  readonly slug: string;
  readonly initial: ActivityList;
  readonly query: ActivityQuery;
  readonly journeys: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly Named[];
}

const anything = "any";

/** What people did in a workspace. */
export function ActivityPage(props: ActivityPageProps) {
  const t = useTranslations("activity");
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("title")} description={t("intro")} />
      <Filters {...props} />
      {/* Another choice is another list; the filters stay, and with them the focus. */}
      <Feed key={JSON.stringify(props.query)} {...props} />
    </div>
  );
}

function Feed({ slug, initial, query }: ActivityPageProps) {
  const t = useTranslations("activity");
  const activity = useActivity(activityPath(slug, query), initial);
  const isNarrowed = Object.keys(query).length > 0;
  const all = `/w/${encodeURIComponent(slug)}/activity`;
  return (
    <ActivityFeed
      {...{ slug, activity }}
      isPlaced
      empty={
        isNarrowed ? (
          <span className="flex flex-col items-center gap-3">
            {t("emptyNarrowed")}
            <ButtonLink href={all}>{t("showAll")}</ButtonLink>
          </span>
        ) : (
          t("empty")
        )
      }
    />
  );
}

function Filters({ query, journeys, people }: ActivityPageProps) {
  const t = useTranslations("activity");
  const router = useRouter();
  const pathname = usePathname();
  const set = (key: keyof ActivityQuery, value: string) => {
    const { [key]: _, ...rest } = query;
    const next = value === anything ? rest : { ...rest, [key]: value };
    router.replace(`${pathname}${searchOf(next)}`);
  };
  const any = { id: anything, label: t("filter.any") };
  const choices = {
    journey: journeys.map(({ id, title }) => ({
      id,
      label: title || t("untitledMap"),
    })),
    person: people.map(({ id, name }) => ({ id, label: name })),
    topic: TOPICS.map((id: Topic) => ({ id, label: t(`topic.${id}`) })),
  };
  return (
    <section
      aria-label={t("filter.label")}
      className="mb-5 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap"
    >
      {QUERY_KEYS.map((key) => (
        <Select<string>
          key={key}
          size="sm"
          label={t(`filter.${key}`)}
          options={[any, ...choices[key]]}
          value={query[key] ?? anything}
          onChange={(value) => set(key, value)}
          className="min-w-0 sm:w-52"
        />
      ))}
    </section>
  );
}
