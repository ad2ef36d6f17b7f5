"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Dialog } from "@/components/ui/dialog";
import { useHiddenPersonas } from "../hidden-personas";
import { CurveDescription } from "./curve-description";
import { EvidenceKey, LookChoice } from "./curve-tools";
import { useEmotionPersonas } from "./use-emotion-personas";

/** The curve of the map in words, and how its points are drawn. */
export function CurveDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("emotion");
  const stages = useJourneyMap((map) => map.stages);
  const curves = useJourneyMap((map) => map.curves);
  const personas = useEmotionPersonas(useJourneyMap((map) => map.personas));
  const hidden = useHiddenPersonas();
  const columns = useMemo(
    () =>
      stages.flatMap(({ touchpoints }) =>
        touchpoints.map(({ id, title }) => ({ touchpointId: id, title })),
      ),
    [stages],
  );
  return (
    <Dialog
      title={t("curve")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <div className="flex flex-col gap-5 text-sm leading-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <LookChoice />
          <EvidenceKey />
        </div>
        <div className="flex flex-col gap-2 text-ink-2">
          {personas.length === 0 ? (
            <p>{t("nobody")}</p>
          ) : (
            <CurveDescription {...{ columns, personas, hidden, curves }} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
