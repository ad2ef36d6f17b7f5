"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Segmented } from "@/components/touchpoint/fields/segmented";
import { Switch } from "@/components/ui/switch";
import type { Grain } from "@/lib/views/columns";

interface MatrixBarProps {
  readonly grain: Grain;
  readonly onGrain: (grain: Grain) => void;
  /** Whether rows are shown too that nothing stands in; null where there are none to offer. */
  readonly isAll: boolean | null;
  readonly allLabel: string;
  readonly onAll: (isAll: boolean) => void;
  readonly children: ReactNode;
}

/** What the matrix says in a sentence, and how it is drawn. */
export function MatrixBar(props: MatrixBarProps) {
  const { grain, onGrain, isAll, allLabel, onAll, children } = props;
  const t = useTranslations("views.matrix");
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
      <p className="min-w-48 flex-1 text-sm text-ink-2">{children}</p>
      {isAll === null ? null : (
        <Switch isSelected={isAll} onChange={onAll}>
          {allLabel}
        </Switch>
      )}
      <Segmented
        label={t("grain")}
        isLabelHidden
        value={grain}
        onChange={(next) => next && onGrain(next)}
        options={[
          { id: "touchpoint", label: t("touchpoints") },
          { id: "stage", label: t("stages") },
        ]}
      />
    </div>
  );
}
