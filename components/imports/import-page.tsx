"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { Banner } from "@/components/ui/banner";
import { BackLink } from "@/components/workspace/back-link";
import { PageHeader } from "@/components/workspace/page-header";
import type { ImportWork } from "@/lib/api/import-works";
import type { ImportList } from "@/lib/api/imports";
import { FileStep } from "./file-step";
import { ImportDone } from "./import-done";
import { ImportProblem } from "./import-problem";
import { ImportSteps } from "./import-steps";
import { RunList } from "./run-list";
import { Sending } from "./sending";
import type { ImportPlace } from "./types";
import { useBackStep } from "./use-back-step";
import { useImport } from "./use-import";
import { useWorks } from "./use-works";
import { WorkList } from "./work-list";

interface ImportPageProps extends ImportPlace {
  readonly title: string;
  readonly mayImport: boolean;
  /** The newest ones. */
  readonly runs: ImportList;
  /** What goes on, or did not come to its end. */
  readonly works: readonly ImportWork[];
}

/** Files that become evidence of one journey, and those that did. */
export function ImportPage(props: ImportPageProps) {
  const { title, mayImport, runs, works: first, ...place } = props;
  const { slug, journeyId } = place;
  const t = useTranslations("imports");
  const router = useRouter();
  const path = `/workspaces/${encodeURIComponent(slug)}/journeys/${journeyId}/import-works`;
  const onDone = useCallback(() => router.refresh(), [router]);
  const works = useWorks(path, { first, onDone });
  const importing = useImport(place, works);
  return (
    <>
      <BackLink href={`/w/${encodeURIComponent(slug)}/journeys/${journeyId}`}>
        {t("back")}
      </BackLink>
      <PageHeader
        title={t("title")}
        description={t("intro", { title: title || t("untitledJourney") })}
      />
      <div className="flex flex-col gap-10">
        {mayImport ? (
          <Importer {...{ place, importing }} />
        ) : (
          <p>{t("mayNot")}</p>
        )}
        <WorkList
          {...{ path, mayImport }}
          works={works.works}
          ownId={importing.ownId}
          onChange={works.put}
        />
        <RunList {...{ place, mayImport }} first={runs} />
      </div>
    </>
  );
}

interface ImporterProps {
  readonly place: ImportPlace;
  readonly importing: ReturnType<typeof useImport>;
}

function Importer({ place, importing }: ImporterProps) {
  const router = useRouter();
  const t = useTranslations("imports.work");
  const { open, done, problem, way, unfinished, ownId } = importing;
  const isBusy = way !== null;
  useBackStep(open !== null, () => {
    const isFirst = open?.step === "columns";
    if (isBusy) return true;
    if (isFirst) importing.close();
    else importing.back();
    return !isFirst;
  });
  if (place.touchpoints.length === 0) return <NoTouchpoints />;
  return (
    <div className="flex flex-col gap-4">
      {done ? (
        <ImportDone
          key={done.id}
          {...{ place, done }}
          onUndone={importing.forget}
        />
      ) : null}
      {problem ? <ImportProblem problem={problem} /> : null}
      {unfinished ? (
        <Banner tone={unfinished === "stopped" ? "warning" : "info"}>
          {t(`unfinished.${unfinished}`)}
        </Banner>
      ) : null}
      {ownId === null ? null : <p className="text-ink-2">{t("goesOn")}</p>}
      {open ? (
        <ImportSteps
          {...{ place, open, isBusy }}
          onChange={importing.change}
          onAnew={(as) => void importing.begin(open.file, as)}
          onNext={() =>
            void importing.next().then(() => {
              if (open.step === "plan") router.refresh();
            })
          }
          onBack={importing.back}
          onClose={importing.close}
        />
      ) : null}
      {open === null && ownId === null ? (
        <FileStep
          isBusy={isBusy}
          onFile={(file) => void importing.begin(file)}
        />
      ) : null}
      {way ? <Sending {...{ way }} onStop={importing.stop} /> : null}
    </div>
  );
}

function NoTouchpoints() {
  const t = useTranslations("imports");
  return <p className="text-ink-2">{t("noTouchpoints")}</p>;
}
