"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/workspace/local-time";
import { MoreButton } from "@/components/workspace/lists/more-button";
import { usePagedList } from "@/components/workspace/lists/use-paged-list";
import type { ImportItem, ImportList } from "@/lib/api/imports";
import type { ImportPlace } from "./types";
import { UndoDialog } from "./undo-dialog";

interface RunListProps {
  readonly place: ImportPlace;
  /** The newest ones, as the server drew them. */
  readonly first: ImportList;
  readonly mayImport: boolean;
}

const rowsOf = ({ imports }: ImportList) => imports;

/** What was imported into the journey so far, each to be taken back as a whole. */
export function RunList({ place, first, mayImport }: RunListProps) {
  const t = useTranslations("imports.runs");
  const { slug, journeyId } = place;
  const path = `/workspaces/${encodeURIComponent(slug)}/journeys/${journeyId}/imports`;
  const list = usePagedList<ImportItem, ImportList>({ path, rowsOf, first });
  const runs = list.rows ?? [];
  const [undoing, undo] = useState<ImportItem | null>(null);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <h2 className="text-md">{t("title")}</h2>
      {runs.length === 0 ? (
        <p className="text-sm text-ink-2">{t("empty")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
          {runs.map((run) => (
            <li
              key={run.id}
              className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-3"
            >
              <Run run={run} />
              {mayImport && !run.undone ? (
                <Button
                  size="sm"
                  aria-label={t("undoOf", { name: run.fileName })}
                  onPress={() => undo(run)}
                >
                  <Undo2 aria-hidden="true" />
                  {t("undo")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} shown={runs.length} label={t("older")} />
      {undoing ? (
        <UndoDialog place={place} run={undoing} onClose={() => undo(null)} />
      ) : null}
    </section>
  );
}

function Run({ run }: { readonly run: ImportItem }) {
  const t = useTranslations("imports");
  const { fileName, kind, tool, result, left, changed, undone, by, at } = run;
  const time = () => <LocalTime at={undone?.at ?? at} />;
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
        {fileName}
        <Badge>{t(`kind.${kind}`)}</Badge>
        {undone ? <Badge tone="warning">{t("runs.undone")}</Badge> : null}
      </p>
      <p className="mt-0.5 text-sm text-ink-2 first-letter:uppercase">
        {t("runs.facts", {
          tool: t(`tool.${tool}`),
          rows: result.rows,
          pieces: result.pieces,
        })}{" "}
        {undone ? null : t("runs.left", { left, changed })}
      </p>
      <p className="text-xs text-ink-3">
        {undone
          ? t.rich(undone.by ? "runs.undoneBy" : "runs.undoneAt", {
              name: undone.by?.name ?? "",
              time,
            })
          : t.rich(by ? "runs.by" : "runs.at", { name: by?.name ?? "", time })}
      </p>
    </div>
  );
}
