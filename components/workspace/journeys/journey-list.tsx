"use client";

import { CircleCheck, Plus, Route } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyPart } from "@/components/ui/lazy-part";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { JourneyListState } from "@/lib/api/journeys";
import { WithoutOwnerToggle } from "../lists/without-owner-toggle";
import { PageHeader } from "../page-header";
import { JourneyCard } from "./journey-card";
import { journeysHref, JourneyTabs } from "./journey-tabs";
import {
  findJourneys,
  JOURNEY_SORTS,
  sortJourneys,
  type JourneySort,
} from "./sort-journeys";
import type { ListedJourney } from "./types";

/** The gallery of templates comes when somebody wants to begin. */
const CreateJourneyDialog = lazyPart(
  async () => (await import("./create-journey-dialog")).CreateJourneyDialog,
);

interface JourneyListProps {
  slug: string;
  state: JourneyListState;
  /** Only those with a touchpoint that nobody is responsible for. */
  isUnowned: boolean;
  journeys: readonly ListedJourney[];
  personas: readonly { id: string; name: string }[];
  mayCreate: boolean;
  /** Whether they choose which built-in templates the workspace sees. */
  mayHide: boolean;
  /** How long a deleted journey can be restored. */
  binDays: number;
}

/** The journeys of a workspace, to find, to begin and to put away. */
export function JourneyList(props: JourneyListProps) {
  const { slug, state, isUnowned, journeys, personas, mayCreate, binDays } =
    props;
  const t = useTranslations("journeys");
  const locale = useLocale();
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const [isCreating, setCreating] = useState(false);
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<JourneySort>("edited");
  const shown = useMemo(
    () => sortJourneys(findJourneys(journeys, query), sort, locale),
    [journeys, query, sort, locale],
  );
  const withoutOwner = journeys.filter(
    (journey) => journey.withoutOwner > 0,
  ).length;
  const narrow = (isOn: boolean) =>
    startTransition(() =>
      router.replace(journeysHref(slug, state, { isUnowned: isOn })),
    );
  const createButton = mayCreate ? (
    <Button variant="primary" onPress={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t("new")}
    </Button>
  ) : null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={createButton}
      />
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3 border-b border-line">
        <JourneyTabs slug={slug} selected={state} />
        {journeys.length > 1 ? (
          <div className="flex w-full gap-2 pb-2.5 sm:w-auto">
            <SearchField
              label={t("search")}
              value={query}
              onChange={setQuery}
              className="min-w-0 flex-1 sm:w-56"
            />
            <Select
              label={t("sort.label")}
              isLabelHidden
              size="sm"
              options={JOURNEY_SORTS.map((id) => ({
                id,
                label: t(`sort.${id}`),
              }))}
              value={sort}
              onChange={setSort}
              className="w-36 sm:w-44"
            />
          </div>
        ) : null}
      </div>
      <div className="mb-4 flex empty:hidden">
        <WithoutOwnerToggle
          label={t("owner.without", { count: withoutOwner })}
          count={withoutOwner}
          isOn={isUnowned}
          onChange={narrow}
        />
      </div>
      {state === "deleted" && shown.length > 0 ? (
        <p className="mb-4 text-sm text-ink-2">
          {t("empty.deletedText", { days: binDays })}
        </p>
      ) : null}
      {shown.length > 0 ? (
        <ul
          aria-busy={isLoading}
          className={cx(
            "grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4 transition-opacity",
            isLoading && "opacity-60",
          )}
        >
          {shown.map((journey) => (
            <li key={journey.id} className="flex min-w-0 *:min-w-0 *:flex-1">
              <JourneyCard
                slug={slug}
                journey={journey}
                href={`/w/${slug}/journeys/${journey.id}`}
                mayCreate={mayCreate}
              />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyJourneys
          {...{ slug, state, isUnowned, query, createButton, binDays }}
          onClear={() => setQuery("")}
          onShowAll={() => narrow(false)}
        />
      )}
      {isCreating ? (
        <CreateJourneyDialog
          {...{ slug, personas }}
          mayHide={props.mayHide}
          isOpen
          onOpenChange={setCreating}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </>
  );
}

interface EmptyJourneysProps {
  slug: string;
  state: JourneyListState;
  isUnowned: boolean;
  query: string;
  createButton: React.ReactNode;
  binDays: number;
  onClear: () => void;
  onShowAll: () => void;
}

function EmptyJourneys({
  slug,
  state,
  isUnowned,
  query,
  createButton,
  binDays,
  onClear,
  onShowAll,
}: EmptyJourneysProps) {
  const t = useTranslations("journeys.empty");
  const owner = useTranslations("journeys.owner");
  if (query !== "") {
    const clear = <Button onPress={onClear}>{t("clear")}</Button>;
    return <EmptyState title={t("search", { query })} action={clear} />;
  }
  if (isUnowned)
    return (
      <EmptyState
        icon={<CircleCheck aria-hidden="true" />}
        title={owner("none")}
        action={<Button onPress={onShowAll}>{owner("all")}</Button>}
      />
    );
  if (state !== "active") {
    const text = t(`${state}Text`, { days: binDays });
    const back = (
      <ButtonLink href={`/w/${slug}/journeys`}>{t("back")}</ButtonLink>
    );
    return (
      <EmptyState title={t(state)} action={back}>
        {text}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Route aria-hidden="true" />}
      title={t("title")}
      action={createButton}
    >
      {createButton ? t("text") : t("viewer")}
    </EmptyState>
  );
}
