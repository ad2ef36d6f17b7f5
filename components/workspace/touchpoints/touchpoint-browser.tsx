"use client";

import { ChevronLeft, ChevronRight, MapPinned } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import type { Named } from "@/lib/api/fields";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { PageHeader } from "../page-header";
import { AssignBar } from "./assign-bar";
import { writeView, type TouchpointView } from "./filter";
import { PageBox, RowBox, useRowChoice } from "./row-choice";
import { TouchpointCards } from "./touchpoint-cards";
import { TouchpointFilters, type FilterOptions } from "./touchpoint-filters";
import { TouchpointTable } from "./touchpoint-table";

interface TouchpointBrowserProps {
  slug: string;
  view: TouchpointView;
  rows: readonly TouchpointListItem[];
  total: number;
  pages: number;
  /** How many could be read to be sorted, where there are more. */
  sortLimit: number | null;
  options: FilterOptions;
  /** How many that match nobody is responsible for. */
  withoutOwner: number;
  /** Whom rows can be given to; null for those who may only look. */
  stakeholders: readonly Named[] | null;
}

/** The touchpoints of all journeys; what is chosen stands in the address. */
export function TouchpointBrowser(props: TouchpointBrowserProps) {
  const { slug, view, rows, total, pages, sortLimit, options } = props;
  const { stakeholders } = props;
  const t = useTranslations("touchpoints");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const show = (next: TouchpointView) =>
    startTransition(() =>
      router.replace(`/w/${slug}/touchpoints${writeView(next)}`),
    );
  const choice = useRowChoice(rows);
  const isFiltered = Object.keys(view.filters).length > 0;

  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {total > 0 || isFiltered ? (
        <TouchpointFilters
          filters={view.filters}
          options={options}
          withoutOwner={props.withoutOwner}
          onChange={(filters) => show({ ...view, filters, page: 1 })}
        />
      ) : null}
      {sortLimit === null ? null : (
        <Banner className="mb-4">{t("tooMany", { limit: sortLimit })}</Banner>
      )}
      {rows.length === 0 ? (
        <Empty
          {...{ slug, isFiltered }}
          onClear={() => show({ filters: {}, sort: null, page: 1 })}
        />
      ) : (
        <div
          className={cx("transition-opacity", isLoading && "opacity-60")}
          aria-busy={isLoading}
        >
          <div className="hidden md:block">
            <TouchpointTable
              {...{ slug, rows }}
              choice={stakeholders ? choice : undefined}
              sort={view.sort}
              onSort={(sort) => show({ ...view, sort, page: 1 })}
            />
          </div>
          <div className="flex flex-col gap-3 md:hidden">
            {stakeholders ? <PageBox choice={choice} isLabelled /> : null}
            <TouchpointCards
              {...{ slug, rows }}
              aside={
                stakeholders
                  ? (row) => (
                      <span className="relative z-10">
                        <RowBox {...{ row, choice }} />
                      </span>
                    )
                  : undefined
              }
            />
          </div>
          {stakeholders && choice.chosen.length > 0 ? (
            <AssignBar
              {...{ slug, stakeholders }}
              chosen={choice.chosen}
              onClear={() => choice.chooseAll(false)}
            />
          ) : null}
          <Pager
            {...{ total, pages }}
            page={view.page}
            onPage={(page) => show({ ...view, page })}
          />
        </div>
      )}
    </>
  );
}

interface PagerProps {
  total: number;
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

function Pager({ total, page, pages, onPage }: PagerProps) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  return (
    <nav
      aria-label={t("pagination")}
      className="mt-3 flex min-h-8 flex-wrap items-center justify-between gap-3 text-xs text-ink-3"
    >
      <p role="status">{t("count", { count: total })}</p>
      {pages > 1 ? (
        <div className="flex items-center gap-2">
          <span className="tabular-nums">{t("page", { page, pages })}</span>
          <Button
            size="sm"
            isDisabled={page <= 1}
            onPress={() => onPage(page - 1)}
          >
            <ChevronLeft aria-hidden="true" />
            {common("previous")}
          </Button>
          <Button
            size="sm"
            isDisabled={page >= pages}
            onPress={() => onPage(page + 1)}
          >
            {common("next")}
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </nav>
  );
}

interface EmptyProps {
  slug: string;
  isFiltered: boolean;
  onClear: () => void;
}

function Empty({ slug, isFiltered, onClear }: EmptyProps) {
  const t = useTranslations("touchpoints");
  if (isFiltered) {
    const clear = <Button onPress={onClear}>{t("filter.clear")}</Button>;
    return <EmptyState title={t("empty.filtered")} action={clear} />;
  }
  return (
    <EmptyState
      icon={<MapPinned aria-hidden="true" />}
      title={t("empty.title")}
      action={
        <ButtonLink href={`/w/${slug}/journeys`} variant="primary">
          {t("empty.action")}
        </ButtonLink>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
