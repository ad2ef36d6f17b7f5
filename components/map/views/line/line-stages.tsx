"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Stage } from "@/lib/journey/journey-map";
import type { StageBox } from "@/lib/layout/columns";

interface LineStagesProps {
  readonly stages: readonly Stage[];
  readonly boxes: readonly StageBox[];
}

/** The stages over the line, each as wide as its moments of contact. */
export function LineStages({ stages, boxes }: LineStagesProps) {
  const t = useTranslations("map.untitled");
  return (
    <div className="sticky top-0 z-5 flex h-9 border-b border-line bg-paper">
      {boxes.map(({ stageId, width }) => {
        const stage = stages.find(({ id }) => id === stageId);
        return (
          <div
            key={stageId}
            data-colour={stage?.colour ?? undefined}
            style={{ width }}
            className="relative shrink-0 border-r border-line px-2 pt-2 text-xs font-semibold"
          >
            <span
              aria-hidden="true"
              className={cx(
                "absolute inset-x-0 top-0 h-[3px]",
                stage?.colour ? "bg-(--edge)" : "bg-line-strong",
              )}
            />
            <span
              title={stage?.title}
              className="sticky left-40 block max-w-full truncate max-sm:left-28"
            >
              {stage?.title || t("stage")}
            </span>
          </div>
        );
      })}
    </div>
  );
}
