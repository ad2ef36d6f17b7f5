"use client";

import { Route, Sprout } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { JourneyAttention } from "@/lib/api/attention";
import {
  ATTENTION_REASONS,
  ATTENTION_WEIGHTS,
  type AttentionReason,
} from "@/lib/insight/attention";
import { PageHeader } from "../page-header";
import { touchpointsHref } from "../stakeholders/gap-link";
import { JourneyTabs, journeysHref } from "./journey-tabs";

interface AttentionPageProps {
  slug: string;
  journeys: readonly JourneyAttention[];
}

/** Which journey needs somebody first, and why. */
export function AttentionPage({ slug, journeys }: AttentionPageProps) {
  const t = useTranslations("journeys");
  const asking = journeys.filter(({ reasons }) => reasons.length > 0);
  const content = journeys.length - asking.length;
  return (
    <>
      <PageHeader title={t("title")} description={t("attention.description")} />
      <div className="mb-5 border-b border-line">
        <JourneyTabs slug={slug} selected="attention" />
      </div>
      {asking.length > 0 ? (
        <ol className="flex flex-col gap-3">
          {asking.map((journey, at) => (
            <Asking key={journey.id} {...{ slug, journey }} place={at + 1} />
          ))}
        </ol>
      ) : (
        <EmptyState
          icon={
            journeys.length > 0 ? (
              <Sprout aria-hidden="true" />
            ) : (
              <Route aria-hidden="true" />
            )
          }
          title={t(
            journeys.length > 0 ? "attention.nothing" : "attention.empty",
          )}
          action={
            <ButtonLink href={journeysHref(slug, "active")}>
              {t("empty.back")}
            </ButtonLink>
          }
        >
          {t("attention.emptyText")}
        </EmptyState>
      )}
      {asking.length > 0 && content > 0 ? (
        <p className="mt-4 text-sm text-ink-2">
          {t("attention.content", { count: content })}
        </p>
      ) : null}
      {asking.length > 0 ? <Reckoning /> : null}
    </>
  );
}

interface AskingProps {
  slug: string;
  journey: JourneyAttention;
  place: number;
}

function Asking({ slug, journey, place }: AskingProps) {
  const t = useTranslations("journeys");
  const { id, title, locale, reasons } = journey;
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 rounded-lg border border-line bg-surface px-4 py-3.5">
      <span
        aria-hidden="true"
        className="pt-px text-md font-semibold text-ink-3 tabular-nums"
      >
        {place}
      </span>
      <div className="flex min-w-0 flex-col gap-2">
        <h2 lang={locale} className="text-base hyphens-auto">
          <Link
            href={`/w/${slug}/journeys/${id}`}
            className="finger relative inline-block rounded-xs hover:text-accent hover:underline"
          >
            {title || t("untitled")}
          </Link>
        </h2>
        <ul className="flex flex-col gap-1 text-sm text-ink-2">
          {reasons.map((reason) => (
            <li key={reason} className="flex gap-2">
              <span aria-hidden="true" className="text-ink-3">
                –
              </span>
              <Reason {...{ slug, journey, reason }} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Reason({
  slug,
  journey,
  reason,
}: Pick<AskingProps, "slug" | "journey"> & { reason: AttentionReason }) {
  const t = useTranslations("journeys.attention.reason");
  const format = useFormatter();
  const { touchpoints, unhappy, veryUnhappy, withoutOwner, lost } = journey;
  switch (reason) {
    case "unhappy":
      return (
        <span>
          {t("unhappy", { count: unhappy, of: touchpoints })}{" "}
          {veryUnhappy > 0 ? t("veryUnhappy", { count: veryUnhappy }) : null}{" "}
          {t("unhappyProven", { count: journey.unhappyProven, of: unhappy })}
        </span>
      );
    case "lost":
      return (
        <span>
          {t("lost", {
            share: format.number(lost ?? 0, "share"),
            basis: journey.lostBasis ?? "said",
          })}
        </span>
      );
    case "withoutOwner":
      return (
        <Link
          href={touchpointsHref(slug, { journey: journey.id, owner: "none" })}
          className="finger relative rounded-xs underline underline-offset-2 hover:text-accent"
        >
          {t("withoutOwner", { count: withoutOwner, of: touchpoints })}
        </Link>
      );
    case "undecidedPains":
      return (
        <span>{t("undecidedPains", { count: journey.undecidedPains })}</span>
      );
    case "overdueTasks":
      return <span>{t("overdueTasks", { count: journey.overdueTasks })}</span>;
    case "assumed":
      return (
        <span>{t("assumed", { count: journey.assumed, of: touchpoints })}</span>
      );
    case "stale":
      return (
        <span>{t("stale", { count: journey.stale, of: touchpoints })}</span>
      );
    case "reviewOverdue":
      return (
        <span>
          {t("reviewOverdue", {
            day: format.dateTime(new Date(journey.reviewDueAt ?? 0), "day"),
          })}
        </span>
      );
  }
}

/** How the order comes about, for whoever wonders. */
function Reckoning() {
  const t = useTranslations("journeys.attention");
  return (
    <details className="mt-6 text-sm text-ink-2">
      <summary className="w-fit cursor-pointer rounded-xs font-medium text-ink pointer-coarse:py-3">
        {t("how")}
      </summary>
      <p className="mt-2 max-w-prose">{t("howText")}</p>
      <ul className="mt-2 flex flex-col gap-0.5">
        {ATTENTION_REASONS.map((reason) => (
          <li key={reason}>
            {t("weight", {
              what: t(`what.${reason}`),
              points: ATTENTION_WEIGHTS[reason],
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
