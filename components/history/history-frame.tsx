"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { ClosedNotice } from "@/components/room/closed-notice";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Spinner } from "@/components/ui/spinner";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import type { VersionItem } from "@/lib/api/versions";
import { ChangesPane } from "./changes-pane";
import { HistoryHeader } from "./history-header";
import { Preview } from "./preview";
import { useAnswer } from "./use-answer";
import { useCompared, type Against } from "./use-comparison";
import { useVersions, useVersionsPath } from "./use-versions";
import { VersionList } from "./version-list";

const PANES = ["versions", "changes", "map"] as const;
type Pane = (typeof PANES)[number];

interface HistoryFrameProps {
  readonly mayRestore: boolean;
  readonly touchpointId: string | null;
  readonly since: number | null;
}

/** Versions, what one of them looked like, and what was different: side by side where there is room. */
export function HistoryFrame(props: HistoryFrameProps) {
  const { mayRestore, touchpointId, since } = props;
  const t = useTranslations("history");
  const versions = useVersions();
  const [chosen, choose] = useState(since);
  const [against, setAgainst] = useState<Against>(
    since === null ? "before" : "now",
  );
  const [only, setOnly] = useState(touchpointId);
  const [pane, setPane] = useState<Pane>(
    since === null ? "versions" : "changes",
  );
  const { list, isLoading, problem, more, reload } = versions;
  const version = useChosen(list, chosen);
  const compared = useCompared(version, against, only);
  const handleChoose = (seq: number) => {
    choose(seq);
    setPane((current) => (current === "versions" ? "changes" : current));
  };
  return (
    <div className="flex h-full min-h-0 flex-col bg-paper">
      <HistoryHeader
        version={version}
        mayRestore={mayRestore}
        toRestore={compared.toRestore}
        onRestored={() => {
          choose(null);
          reload();
        }}
      />
      <PaneTabs pane={pane} onChoose={setPane} />
      <div className="flex min-h-0 flex-1">
        <PaneOf name="versions" pane={pane} className="lg:w-72 lg:shrink-0">
          {problem ? (
            <div className="flex flex-col gap-3 p-3">
              <ProblemBanner problem={problem} />
              <Button size="sm" onPress={reload}>
                {t("again")}
              </Button>
            </div>
          ) : null}
          {isLoading ? <Loading /> : null}
          {!isLoading && !problem && list.length === 0 ? (
            <div className="p-3">
              <EmptyState title={t("empty.title")}>
                {t("empty.text")}
              </EmptyState>
            </div>
          ) : null}
          {list.length > 0 ? (
            <VersionList
              list={list}
              chosen={version?.seq ?? null}
              onChoose={handleChoose}
              more={more}
            />
          ) : null}
        </PaneOf>
        <PaneOf name="map" pane={pane} className="lg:order-2 lg:flex-1">
          {compared.map ? (
            <Preview map={compared.map} marks={compared.marks} />
          ) : version && !compared.problem ? (
            <Loading />
          ) : null}
        </PaneOf>
        <PaneOf
          name="changes"
          pane={pane}
          className="lg:order-3 lg:w-88 lg:shrink-0"
        >
          {version ? (
            <ChangesPane
              version={version}
              compared={compared}
              against={against}
              onAgainst={setAgainst}
              touchpointId={only}
              onAll={() => setOnly(null)}
            />
          ) : null}
        </PaneOf>
      </div>
      <ClosedNotice />
    </div>
  );
}

/** The version that is looked at: the newest, until another is chosen, which may be older than what is listed yet. */
function useChosen(
  list: readonly VersionItem[],
  chosen: number | null,
): VersionItem | null {
  const path = useVersionsPath();
  const listed = list.find(({ seq }) => seq === chosen) ?? null;
  const isOlder = chosen !== null && listed === null && list.length > 0;
  const { data, problem } = useAnswer<{ version: VersionItem }>(
    isOlder ? `${path}/versions/${chosen}` : null,
  );
  const newest = list[0] ?? null;
  if (isOlder && problem === null) return data?.version ?? null;
  return listed ?? newest;
}

function Loading() {
  const t = useTranslations("history");
  return (
    <p className="flex items-center gap-2 p-4 text-sm text-ink-2">
      <Spinner />
      {t("loading")}
    </p>
  );
}

interface PaneTabsProps {
  readonly pane: Pane;
  readonly onChoose: (pane: Pane) => void;
}

/** Where only one of the three fits at a time. */
function PaneTabs({ pane, onChoose }: PaneTabsProps) {
  const t = useTranslations("history.pane");
  return (
    <nav
      aria-label={t("label")}
      className="flex gap-1 border-b border-line px-2 lg:hidden"
    >
      {PANES.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === pane ? "true" : undefined}
          onClick={() => onChoose(name)}
          className={cx(
            "h-11 border-b-2 px-3 text-sm",
            name === pane
              ? "border-accent font-semibold text-ink"
              : "border-transparent text-ink-2",
          )}
        >
          {t(name)}
        </button>
      ))}
    </nav>
  );
}

interface PaneOfProps {
  readonly name: Pane;
  readonly pane: Pane;
  readonly className: string;
  readonly children: ReactNode;
}

function PaneOf({ name, pane, className, children }: PaneOfProps) {
  const t = useTranslations("history.pane");
  return (
    <section
      aria-label={t(name)}
      tabIndex={name === "changes" ? 0 : undefined}
      className={cx(
        "min-h-0 min-w-0 flex-col -outline-offset-2 lg:flex",
        name === "map" ? "flex overflow-hidden" : "overflow-y-auto bg-surface",
        name === "versions" && "lg:border-r lg:border-line",
        name === "changes" && "lg:border-l lg:border-line",
        name === pane ? "flex max-lg:flex-1" : "max-lg:hidden",
        className,
      )}
    >
      {children}
    </section>
  );
}
