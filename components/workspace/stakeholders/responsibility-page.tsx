"use client";

import { Route } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { ComboBox } from "@/components/ui/combo-box";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import type { JourneyResponsibility } from "@/lib/api/ownership";
import { PageHeader } from "../page-header";
import { ResponsibilityMatrix } from "./responsibility-matrix";
import { ResponsibilityOverview } from "./responsibility-overview";
import { StakeholderTabs, stakeholdersHref } from "./stakeholder-tabs";

interface ResponsibilityPageProps {
  slug: string;
  journeys: readonly JourneyResponsibility[];
  /** The one that is opened, with everybody who has a part in it. */
  open: JourneyResponsibility | null;
}

const everything = "all";

/** Who does what: all journeys with their gaps, or one of them stage by stage. */
export function ResponsibilityPage(props: ResponsibilityPageProps) {
  const { slug, journeys, open } = props;
  const t = useTranslations("stakeholders");
  const words = useTranslations("touchpoints");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const base = stakeholdersHref(slug, "matrix");
  const show = (id: string | null) =>
    startTransition(() =>
      router.replace(
        id === null || id === everything ? base : `${base}&journey=${id}`,
      ),
    );

  return (
    <>
      <PageHeader title={t("title")} description={t("matrix.description")} />
      <div className="mb-4 border-b border-line">
        <StakeholderTabs slug={slug} selected="matrix" />
      </div>
      {journeys.length === 0 ? (
        <EmptyState
          icon={<Route aria-hidden="true" />}
          title={t("matrix.none")}
          action={
            <ButtonLink href={`/w/${slug}/journeys`} variant="primary">
              {t("matrix.toJourneys")}
            </ButtonLink>
          }
        >
          {t("matrix.noneText")}
        </EmptyState>
      ) : (
        <div
          className={cx(
            "flex flex-col gap-4 transition-opacity",
            isLoading && "opacity-60",
          )}
          aria-busy={isLoading}
        >
          <ComboBox
            key={open?.id}
            size="sm"
            label={t("matrix.journey")}
            emptyText={t("matrix.noJourney")}
            options={[
              { id: everything, label: t("matrix.all") },
              ...journeys.map(({ id, title }) => ({
                id,
                label: title || words("untitledJourney"),
              })),
            ]}
            value={open?.id ?? everything}
            onChange={show}
            className="w-full sm:w-72"
          />
          {open ? (
            <ResponsibilityMatrix {...{ slug }} journey={open} />
          ) : (
            <ResponsibilityOverview {...{ slug, journeys }} />
          )}
        </div>
      )}
    </>
  );
}
