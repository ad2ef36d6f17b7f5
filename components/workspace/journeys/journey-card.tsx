"use client";

import {
  CalendarCheck,
  CalendarClock,
  Microscope,
  UserRoundX,
} from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { reviewDueAt } from "@/lib/insight/freshness";
import { LocalTime } from "../local-time";
import { touchpointsHref } from "../stakeholders/gap-link";
import { JourneyMenu } from "./journey-menu";
import { JourneyPreview } from "./journey-preview";
import type { ListedJourney } from "./types";

interface JourneyCardProps {
  slug: string;
  journey: ListedJourney;
  href: string;
  mayCreate: boolean;
}

/** One journey in the list: its picture, its name, and what a keeper wants to see at a glance. */
export function JourneyCard(props: JourneyCardProps) {
  const { slug, journey, href, mayCreate } = props;
  const t = useTranslations("journeys");
  const { touchpoints, personas, preview } = journey;
  const isOpenable = journey.deletedAt === null;
  const title = journey.title || t("untitled");
  return (
    <article className="group relative flex flex-col rounded-lg border border-line bg-surface transition-colors duration-100 hover:border-line-strong">
      <div className="border-b border-line px-4 pt-4 pb-3">
        <JourneyPreview
          preview={preview}
          label={t("card.preview", {
            stages: preview.stages.length,
            touchpoints,
          })}
        />
      </div>
      <div className="flex flex-1 flex-col gap-2 px-4 pt-3 pb-3.5">
        <div className="flex items-start gap-2">
          <h2
            lang={journey.locale}
            className="line-clamp-3 min-w-0 flex-1 text-base hyphens-auto"
          >
            {isOpenable ? (
              <Link
                href={href}
                className="after:absolute after:inset-0 after:rounded-lg"
              >
                {title}
              </Link>
            ) : (
              title
            )}
          </h2>
          <span className="relative z-10 -mt-0.5 -mr-1.5">
            <JourneyMenu journey={journey} mayCreate={mayCreate} />
          </span>
        </div>
        <Facts {...{ slug, journey }} />
        <div className="mt-auto flex items-center justify-between gap-3 pt-1 text-xs text-ink-3">
          <span className="truncate">
            <Moment journey={journey} />
          </span>
          {personas.length > 0 ? (
            <span
              className="flex -space-x-1.5"
              role="img"
              aria-label={t("card.personas", {
                names: personas.map(({ name }) => name).join(", "),
              })}
              title={personas.map(({ name }) => name).join(", ")}
            >
              {personas.slice(0, 3).map((persona) => (
                <Avatar
                  key={persona.id}
                  {...persona}
                  className="ring-2 ring-surface"
                />
              ))}
            </span>
          ) : null}
        </div>
      </div>
    </article>
  );
}

interface FactsProps {
  slug: string;
  journey: ListedJourney;
}

/** How many touchpoints nobody is responsible for, leading to them where they are in the table. */
function WithoutOwner({ slug, journey }: FactsProps) {
  const t = useTranslations("journeys.card");
  const badge = (
    <Badge icon={<UserRoundX aria-hidden="true" />}>
      {t("withoutOwner", { count: journey.withoutOwner })}
    </Badge>
  );
  if (journey.deletedAt !== null) return badge;
  return (
    <Link
      href={touchpointsHref(slug, { journey: journey.id, owner: "none" })}
      className="relative z-10 inline-flex rounded-sm underline-offset-2 hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
    >
      {badge}
    </Link>
  );
}

/** How far the feelings of the map are more than assumptions; nothing where nobody has said any. */
function OnEvidence({ felt, grounded, stale }: ListedJourney["evidence"]) {
  const t = useTranslations("journeys.card");
  if (felt === 0) return null;
  return (
    <span title={t("evidenceHint", { grounded, all: felt, stale })}>
      <Badge
        tone={stale > 0 ? "warning" : "neutral"}
        icon={<Microscope aria-hidden="true" />}
      >
        {t("evidence", { grounded, all: felt })}
      </Badge>
    </span>
  );
}

function Facts({ slug, journey }: FactsProps) {
  const t = useTranslations("journeys.card");
  const format = useFormatter();
  const now = useNow();
  const due = reviewDueAt(journey);
  const isDue = due !== null && due < now && journey.deletedAt === null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Badge>{t("touchpoints", { count: journey.touchpoints })}</Badge>
      {journey.withoutOwner > 0 ? (
        <WithoutOwner {...{ slug, journey }} />
      ) : null}
      <OnEvidence {...journey.evidence} />
      {journey.state === "future" ? (
        <Badge tone="accent">{t("future")}</Badge>
      ) : null}
      {journey.outcome === "unsuccessful" ? (
        <Badge>{t("unsuccessful")}</Badge>
      ) : null}
      {journey.reviewedAt === null ? null : (
        <Badge icon={<CalendarCheck aria-hidden="true" />}>
          {t.rich("reviewed", {
            when: () => <LocalTime at={journey.reviewedAt!} style="day" />,
          })}
        </Badge>
      )}
      {isDue ? (
        <span title={t("reviewDueHint", { day: format.dateTime(due, "day") })}>
          <Badge tone="warning" icon={<CalendarClock aria-hidden="true" />}>
            {t("reviewDue")}
          </Badge>
        </span>
      ) : null}
    </div>
  );
}

function Moment({ journey }: { journey: ListedJourney }) {
  const t = useTranslations("journeys.card");
  if (journey.deletedAt) {
    const at = journey.deletedAt;
    return <>{t.rich("deletedAt", { when: () => <LocalTime at={at} /> })}</>;
  }
  if (journey.archivedAt) {
    const at = journey.archivedAt;
    return <>{t.rich("archivedAt", { when: () => <LocalTime at={at} /> })}</>;
  }
  return (
    <>{t.rich("edited", { when: () => <LocalTime at={journey.editedAt} /> })}</>
  );
}
