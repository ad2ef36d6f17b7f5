"use client";

import { useTranslations } from "next-intl";
import { EmotionFace } from "@/components/ui/emotion-face";
import { feltValue, nearestLevel } from "@/lib/insight/evidence";
import type { ComparedPoint, CurvePoint } from "@/lib/insight/compare";
import { useReadingWords, useVerdictWords } from "./compare-words";

export interface ComparedProps {
  readonly points: readonly ComparedPoint[];
  readonly names: { readonly first: string; readonly second: string };
}

const cell = "border-b border-line px-3 py-2 text-left align-top";

/** Two curves in words, touchpoint by touchpoint; on a phone one block below the other. */
export function CompareTable({ points, names }: ComparedProps) {
  const t = useTranslations("compare");
  const untitled = useTranslations("touchpoints")("untitled");
  const verdictWords = useVerdictWords();
  return (
    <div
      role="region"
      aria-label={t("table")}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full min-w-[44rem] border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-2">
            <th scope="col" className={cell}>
              {t("touchpoint")}
            </th>
            <th scope="col" className={cell}>
              {names.first}
            </th>
            <th scope="col" className={cell}>
              {names.second}
            </th>
            <th scope="col" className={cell}>
              {t("difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ first, second, verdict }, at) => (
            <tr key={`${at}:${(first ?? second)?.id}`}>
              <th scope="row" className={`${cell} font-medium hyphens-auto`}>
                {(first ?? second)?.title.trim() || untitled}
              </th>
              <td className={cell}>
                <Reading point={first} />
              </td>
              <td className={cell}>
                <Reading point={second} isSecond />
              </td>
              <td
                className={`${cell} ${verdict.kind === "clear" ? "font-semibold" : "text-ink-2"}`}
              >
                {verdictWords(verdict)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reading({
  point,
  isSecond = false,
}: {
  readonly point: CurvePoint | null;
  readonly isSecond?: boolean;
}) {
  const words = useReadingWords();
  const value = point && feltValue(point.own, point.evidence);
  return (
    <span className="flex items-start gap-1.5">
      {value === null ? null : (
        <EmotionFace
          value={nearestLevel(value)}
          shape={isSecond ? "square" : "round"}
          isHollow={point?.evidence === null}
        />
      )}
      <span className="min-w-0">{words(point)}</span>
    </span>
  );
}
