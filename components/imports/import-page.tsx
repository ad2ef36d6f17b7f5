"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { BackLink } from "@/components/workspace/back-link";
import { PageHeader } from "@/components/workspace/page-header";
import type { ImportList } from "@/lib/api/imports";
import { FileStep } from "./file-step";
import { ImportDone } from "./import-done";
import { ImportProblem } from "./import-problem";
import { ImportSteps } from "./import-steps";
import { RunList } from "./run-list";
import { Sending } from "./sending";
import type { ImportPlace } from "./types";
import { useImport } from "./use-import";

interface ImportPageProps extends ImportPlace {
  readonly title: string;
  readonly mayImport: boolean;
  /** The newest ones. */
  readonly runs: ImportList;
}

/** Files that become evidence of one journey, and those that did. */
export function ImportPage(props: ImportPageProps) {
  const { title, mayImport, runs, ...place } = props;
  const { slug, journeyId } = place;
  const t = useTranslations("imports");
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
        {mayImport ? <Importer place={place} /> : <p>{t("mayNot")}</p>}
        <RunList {...{ place, mayImport }} first={runs} />
      </div>
    </>
  );
}

function Importer({ place }: { readonly place: ImportPlace }) {
  const router = useRouter();
  const importing = useImport(place);
  const { open, done, problem, progress } = importing;
  const isBusy = progress !== null;
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
      {open ? (
        <ImportSteps
          {...{ place, open, isBusy }}
          onChange={importing.change}
          onTable={(table) => void importing.begin(open.file, table)}
          onNext={() =>
            void importing.next().then(() => {
              if (open.step === "plan") router.refresh();
            })
          }
          onBack={importing.back}
          onClose={importing.close}
        />
      ) : (
        <FileStep
          isBusy={isBusy}
          onFile={(file) => void importing.begin(file)}
        />
      )}
      {progress === null ? null : (
        <Sending share={progress} onStop={importing.stop} />
      )}
    </div>
  );
}

function NoTouchpoints() {
  const t = useTranslations("imports");
  return <p className="text-ink-2">{t("noTouchpoints")}</p>;
}
