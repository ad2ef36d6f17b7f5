"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { BlankPlan } from "./blank-plan";
import { BlankPapers } from "./blank-papers";
import { BlankSheet } from "./blank-sheet";
import { useBlankPaper } from "./paper";
import { usePrinting } from "./use-printing";

interface BlankDialogProps {
  readonly plan: BlankPlan;
  readonly onClose: () => void;
}

/** Asks for the paper of a sheet to be filled in by hand, and hands it to the browser. */
export function BlankDialog({ plan, onClose }: BlankDialogProps) {
  const t = useTranslations("present.blank");
  const papers = useTranslations("present.print");
  const [paper] = useBlankPaper();
  const [isPrinting, print] = usePrinting(onClose);
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
            isDisabled={plan.stages.length === 0}
            onPress={print}
          >
            {papers("start")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <BlankPapers plan={plan} />
        </div>
        <p role="status" className="sr-only">
          {isPrinting ? papers("preparing") : ""}
        </p>
      </Dialog>
      {isPrinting ? <BlankSheet {...{ plan, paper }} /> : null}
    </>
  );
}
