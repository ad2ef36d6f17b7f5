"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { PAPERS, usePaper } from "./paper";
import { PrintSheet } from "./print-sheet";

interface PrintDialogProps {
  readonly map: JourneyMap;
  readonly isNarrowed: boolean;
  readonly onClose: () => void;
}

/** Asks for the paper and hands the pages to the browser. */
export function PrintDialog({ map, isNarrowed, onClose }: PrintDialogProps) {
  const t = useTranslations("present.print");
  const [paper, keepPaper] = usePaper();
  const [isPrinting, print] = useState(false);
  const done = useEffectEvent(onClose);
  useEffect(() => {
    if (!isPrinting) return;
    let isGone = false;
    const end = () => done();
    window.addEventListener("afterprint", end);
    void picturesDrawn().then(() => isGone || window.print());
    return () => {
      isGone = true;
      window.removeEventListener("afterprint", end);
    };
  }, [isPrinting]);
  const count = map.stages.length;
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
            onPress={() => print(true)}
          >
            {t("start")}
          </Button>
        }
      >
        <Select
          label={t("paper")}
          value={paper}
          onChange={keepPaper}
          options={PAPERS.map((id) => ({ id, label: t(id) }))}
        />
        <p className="mt-3 text-sm text-ink-2">{t("what", { count })}</p>
        {isNarrowed ? (
          <p className="mt-2 text-sm text-ink-2">{t("narrowed")}</p>
        ) : null}
        <p role="status" className="sr-only">
          {isPrinting ? t("preparing") : ""}
        </p>
      </Dialog>
      {isPrinting ? <PrintSheet map={map} /> : null}
    </>
  );
}

const PATIENCE_MS = 5_000;

/** Pictures that are asked for only in sight would be missing on paper. One that does not come holds nothing up. */
async function picturesDrawn(): Promise<void> {
  const pictures = [
    ...document.querySelectorAll<HTMLImageElement>("[data-print-sheet] img"),
  ];
  const drawn = Promise.allSettled(
    pictures.map((picture) => {
      picture.loading = "eager";
      return picture.decode();
    }),
  );
  const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([drawn, enough]);
}
