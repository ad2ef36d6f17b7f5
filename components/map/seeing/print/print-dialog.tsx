"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { blankOf } from "./blank-plan";
import { BlankSheet } from "./blank-sheet";
import { BlankPapers } from "./blank-papers";
import { PAPERS, useBlankPaper, usePaper } from "./paper";
import { PrintSheet } from "./print-sheet";
import { usePrinting } from "./use-printing";

interface PrintDialogProps {
  readonly map: JourneyMap;
  readonly isNarrowed: boolean;
  readonly onClose: () => void;
}

const CONTENTS = ["map", "blank"] as const;

/** Asks what goes on which paper, and hands the pages to the browser. */
export function PrintDialog({ map, isNarrowed, onClose }: PrintDialogProps) {
  const t = useTranslations("present.print");
  const [content, setContent] = useState<(typeof CONTENTS)[number]>("map");
  const [paper, keepPaper] = usePaper();
  const [blankPaper] = useBlankPaper();
  const [isPrinting, print] = usePrinting(onClose);
  const count = map.stages.length;
  const plan = blankOf(map);
  return (
    <>
      <Dialog
        title={t("title")}
        size="sm"
        isOpen
        onOpenChange={(isOpen) => isOpen || onClose()}
        footer={
          <Button
            variant="primary"
            isPending={isPrinting}
            isDisabled={count === 0}
            onPress={print}
          >
            {t("start")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <Select
            label={t("content.label")}
            value={content}
            onChange={setContent}
            options={CONTENTS.map((id) => ({ id, label: t(`content.${id}`) }))}
          />
          {content === "blank" ? (
            <BlankPapers plan={plan} />
          ) : (
            <>
              <Select
                label={t("paper")}
                value={paper}
                onChange={keepPaper}
                options={PAPERS.map((id) => ({ id, label: t(id) }))}
              />
              <p className="text-sm text-ink-2">{t("what", { count })}</p>
            </>
          )}
        </div>
        {isNarrowed ? (
          <p className="mt-2 text-sm text-ink-2">{t("narrowed")}</p>
        ) : null}
        <p role="status" className="sr-only">
          {isPrinting ? t("preparing") : ""}
        </p>
      </Dialog>
      {!isPrinting ? null : content === "blank" ? (
        <BlankSheet plan={plan} paper={blankPaper} />
      ) : (
        <PrintSheet map={map} />
      )}
    </>
  );
}
