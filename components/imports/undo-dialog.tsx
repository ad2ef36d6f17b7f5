"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { api } from "@/components/workspace/api-client";
import { useQuickAction } from "@/components/workspace/use-action";
import type { ImportItem, ImportUndone } from "@/lib/api/imports";
import type { ImportPlace } from "./types";

interface UndoDialogProps {
  readonly place: ImportPlace;
  readonly run: ImportItem;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

/** Asks before all that an import brought goes, and says what goes with it. */
export function UndoDialog({ place, run, onClose, onUndone }: UndoDialogProps) {
  const t = useTranslations("imports.undo");
  const act = useQuickAction();
  const { slug, journeyId } = place;
  const path = `/workspaces/${encodeURIComponent(slug)}/journeys/${journeyId}/imports/${run.id}/undo`;
  const { left, changed, kind, fileName } = run;
  const undo = () =>
    act({
      request: () => api<ImportUndone>(path, { method: "POST" }),
      done: t("done", { name: fileName }),
    });
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={t("title", { name: fileName })}
      confirmLabel={t("action")}
      onConfirm={async () => {
        const isDone = await undo();
        if (isDone) onUndone?.();
        return isDone;
      }}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <p>{t("text", { count: left })}</p>
      {changed > 0 ? <p>{t("changed", { count: changed })}</p> : null}
      {kind === "log" ? <p>{t("flow")}</p> : null}
      <p>{t("final")}</p>
    </ConfirmDialog>
  );
}
