"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fillCells } from "@/lib/journey/fill-cells";
import type { PastePlan } from "../clipboard/paste-plan";
import { speak } from "../grid/speak";

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly onClose: () => void;
}

/** Says what a paste would change besides filling empty cells, and asks once. */
export function PasteDialog({ plan, onClose }: PasteDialogProps) {
  const t = useTranslations("map");
  const { run } = useCommands();
  const { laneId, columnId, rows, outcome } = plan;
  const paste = (replace: boolean) => {
    const done = run((ctx) =>
      fillCells(ctx, { laneId, columnId, rows, replace, addColumns: true }),
    );
    onClose();
    if (done?.ok) speak(t("spoken.pasted", { count: done.cards }));
  };
  return (
    <Dialog
      title={t("paste.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="sm"
      isAlert
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          {outcome.overwritten > 0 ? (
            <Button onPress={() => paste(false)}>{t("paste.behind")}</Button>
          ) : null}
          <Button variant="primary" onPress={() => paste(true)}>
            {t(outcome.overwritten > 0 ? "paste.overwrite" : "paste.paste")}
          </Button>
        </>
      }
    >
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
        <li>{t("paste.cards", { count: outcome.cards })}</li>
        {outcome.columnsAdded > 0 ? (
          <li>{t("paste.columns", { count: outcome.columnsAdded })}</li>
        ) : null}
        {outcome.overwritten > 0 ? (
          <li>{t("paste.overwrites", { count: outcome.overwritten })}</li>
        ) : null}
        {outcome.skipped > 0 ? (
          <li>{t("paste.skipped", { count: outcome.skipped })}</li>
        ) : null}
      </ul>
    </Dialog>
  );
}
