"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Progress } from "@/components/ui/progress";
import type { ImportWork } from "@/lib/api/import-works";
import type { ImportStep } from "@/lib/imports/progress";

const LOOKED: readonly ImportStep[] = ["reading", "checking", "matching"];
const IMPORTED: readonly ImportStep[] = [...LOOKED, "storing"];

interface WorkProgressProps {
  readonly work: Pick<ImportWork, "step" | "done" | "total">;
  /** Whether nothing is stored, because somebody only looks. */
  readonly isLook?: boolean;
}

/** Which step of the work runs, and how far it is. */
export function WorkProgress({ work, isLook = false }: WorkProgressProps) {
  const t = useTranslations("imports.work");
  const { step, done, total } = work;
  // Nothing done is nothing known: a workbook is read in one piece.
  const share = total > 0 && done > 0 ? Math.min(1, done / total) : null;
  const label = t(`step.${step}`);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <Steps step={step} steps={isLook ? LOOKED : IMPORTED} />
      <Progress
        label={label}
        value={share}
        {...(step !== "reading" &&
          step !== "waiting" && {
            valueLabel: t(`amount.${step}`, { done, total }),
          })}
      />
      {/* Each quarter is worth a word, each per cent is not. */}
      <p role="status" className="sr-only">
        {share === null || share < 0.25
          ? label
          : t("said", { step: label, share: Math.floor(share * 4) / 4 })}
      </p>
    </div>
  );
}

function Steps({
  step,
  steps,
}: {
  readonly step: ImportStep;
  readonly steps: readonly ImportStep[];
}) {
  const t = useTranslations("imports.work");
  const now = steps.indexOf(step);
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
      {steps.map((name, at) => (
        <li
          key={name}
          aria-current={at === now ? "step" : undefined}
          className={cx(
            "flex items-center gap-1",
            at === now && "font-semibold text-ink",
          )}
        >
          {at < now ? (
            <Check aria-label={t("over")} className="size-3 text-success" />
          ) : null}
          {t(`short.${name as Exclude<ImportStep, "waiting">}`)}
        </li>
      ))}
    </ol>
  );
}
