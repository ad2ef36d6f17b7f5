"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { MoreButton } from "@/components/workspace/lists/more-button";
import { usePagedList } from "@/components/workspace/lists/use-paged-list";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type {
  EvidenceItem,
  EvidenceList as EvidencePage,
} from "@/lib/api/evidence";
import { EvidenceDialog } from "./evidence-dialog";
import { EvidenceRow } from "./evidence-row";
import type { EvidenceAbout, EvidencePlace } from "./types";

interface EvidenceListProps extends EvidencePlace {
  readonly mayBring: boolean;
  /** Another one says that something may have changed elsewhere. */
  readonly edition?: unknown;
}

const rowsOf = ({ evidence }: EvidencePage) => evidence;

/** What is known about a touchpoint or a persona, to read and to add to. */
export function EvidenceList(props: EvidenceListProps) {
  const { slug, about, mayBring, edition } = props;
  const t = useTranslations("evidence");
  const base = `/workspaces/${encodeURIComponent(slug)}/evidence`;
  const asked = usePagedList<EvidenceItem, EvidencePage>({
    path: `${base}?${queryOf(about)}`,
    rowsOf,
    edition,
  });
  const { rows: list, problem, reload } = asked;
  const [editing, edit] = useState<EvidenceItem | "new" | null>(null);
  const { removed, remove, bringBack } = useRemoval(base, reload);
  if (!list)
    return problem ? (
      <ProblemBanner problem={problem} />
    ) : (
      <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
        <Spinner />
        {t("loading")}
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      {removed ? <Removed key={removed.id} onUndo={bringBack} /> : null}
      {list.length === 0 ? (
        <p className="text-sm text-ink-2">
          {t(about.kind === "touchpoint" ? "empty" : "emptyPersona")}
        </p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {list.map((item) => (
            <EvidenceRow
              key={item.id}
              {...{ slug, item }}
              others={list}
              onEdit={() => edit(item)}
              onDelete={() => void remove(item)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {mayBring ? (
          <Button size="sm" onPress={() => edit("new")}>
            <Plus aria-hidden="true" />
            {t("add")}
          </Button>
        ) : null}
        <MoreButton
          size="sm"
          variant="quiet"
          list={asked}
          shown={list.length}
          label={t("more")}
        />
      </div>
      {editing ? (
        <EvidenceDialog
          {...props}
          item={editing === "new" ? null : editing}
          onClose={() => edit(null)}
          onSaved={() => void reload()}
        />
      ) : null}
    </div>
  );
}

function queryOf(about: EvidenceAbout): string {
  return about.kind === "touchpoint"
    ? `journey=${about.journeyId}&touchpoint=${about.touchpointId}`
    : `persona=${about.personaId}`;
}

interface RemovedProps {
  readonly onUndo: () => void;
}

/** Stands in the list and not in the corner, which is out of reach while the list fills a phone. */
function Removed({ onUndo }: RemovedProps) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  return (
    <div className="flex items-center justify-between gap-2 rounded-md bg-sunken px-3 py-1.5 text-sm">
      <p role="status">{t("deleted")}</p>
      {/* The button that had the focus is gone with its piece. */}
      <Button autoFocus size="sm" variant="quiet" onPress={onUndo}>
        {common("undo")}
      </Button>
    </div>
  );
}

/** Takes a piece away at once, and keeps it within reach. */
function useRemoval(base: string, reload: () => Promise<void>) {
  const problemText = useProblemText();
  const [removed, setRemoved] = useState<EvidenceItem | null>(null);
  const ask = async (
    path: string,
    method: "DELETE" | "POST",
  ): Promise<boolean> => {
    const answer = await api(path, { method });
    if (!answer.ok)
      showToast({ text: problemText(answer.problem), tone: "danger" });
    await reload();
    return answer.ok;
  };
  const remove = async (item: EvidenceItem) => {
    if (await ask(`${base}/${item.id}`, "DELETE")) setRemoved(item);
  };
  const bringBack = async () => {
    if (!removed) return;
    const isBack = await ask(`${base}/${removed.id}/restore`, "POST");
    if (isBack) setRemoved(null);
  };
  return { removed, remove, bringBack: () => void bringBack() };
}
