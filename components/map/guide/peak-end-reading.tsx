"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { feltValue, type EvidenceReading } from "@/lib/insight/evidence";
import { peakEndFigures, type PeakEndFigures } from "@/lib/insight/peak-end";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Curve } from "@/lib/journey/journey-map";
import { useEvidence } from "../emotion/evidence";
import { useEvidenceWords } from "../emotion/point-words";
import { useObserved } from "./use-observed";

interface PeakEndReadingProps {
  readonly curves: readonly Curve[];
  readonly names: ReadonlyMap<string, string>;
}

/** What people are likely to remember, one persona at a time, beside the mean and with the caution it needs. */
export function PeakEndReading({ curves, names }: PeakEndReadingProps) {
  const t = useTranslations("guide.insight.peakEnd");
  const observed = useObserved();
  const told = curves.filter(({ points }) =>
    points.some(({ value }) => value !== null),
  );
  if (told.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("title")}</h3>
      {told.map((curve) => (
        <PersonaReading
          key={curve.personaId}
          {...{ curve, names }}
          observed={observed(curve.personaId)}
        />
      ))}
      <details className="text-xs text-ink-3">
        <summary className="w-fit cursor-pointer rounded-xs pointer-coarse:py-3.5">
          {t("caution")}
        </summary>
        <p className="mt-1 hyphens-auto">{t("cautionText")}</p>
      </details>
    </section>
  );
}

function PersonaReading({
  curve,
  names,
  observed,
}: {
  readonly curve: Curve;
  /** What was asked for and not predicted; null where nobody was. */
  readonly observed: EvidenceReading | null;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("guide.insight.peakEnd");
  const untitled = useTranslations("emotion")("untitled");
  const format = useFormatter();
  const { personaOf } = useCatalogue();
  const evidenceOf = useEvidence();
  const evidenceWords = useEvidenceWords();
  const figures = peakEndFigures(
    curve.points.map(({ touchpointId, value }) => ({
      key: touchpointId,
      value: feltValue(value, evidenceOf(touchpointId, curve.personaId)),
    })),
  );
  if (figures === null) return null;
  const name = personaOf(curve.personaId)?.name ?? "";
  const where = (id: string) => names.get(id)?.trim() || untitled;
  const number = (value: number) =>
    format.number(value, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  const { remembered, mean, highest, lowest, last } = figures;
  return (
    <div className="flex flex-col gap-1 rounded-lg border border-line px-3 py-2.5 text-sm">
      <p className="hyphens-auto">
        <strong className="font-semibold">{name}:</strong>{" "}
        <Sentence figures={figures} where={where} />
      </p>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2 tabular-nums">
        {(
          [
            ["remembered", remembered],
            ["mean", mean],
            ["highest", highest],
            ["lowest", lowest],
            ["end", last],
          ] as const
        ).map(([key, value]) => (
          <div key={key} className="flex gap-1">
            <dt>{t(key)}</dt>
            <dd className="font-semibold text-ink">{number(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs hyphens-auto text-ink-3">
        {[
          figures.rememberedHigh === figures.rememberedLow
            ? ""
            : t("halves", {
                high: number(figures.rememberedHigh),
                low: number(figures.rememberedLow),
              }),
          figures.isTie ? t("tie") : "",
          t("scale", { count: figures.n, skipped: figures.skipped }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      {observed ? (
        <p className="text-xs hyphens-auto text-ink-2">
          {t("observed", { name, evidence: evidenceWords(observed) })}
        </p>
      ) : null}
    </div>
  );
}

interface SentenceProps {
  readonly figures: PeakEndFigures<TouchpointId>;
  readonly where: (id: TouchpointId) => string;
}

/** What the journey is likely to be judged by, where it is lowest, and whether its end is weaker than its best. */
function Sentence({ figures, where }: SentenceProps) {
  const t = useTranslations("guide.insight.peakEnd");
  const weakEnd = useTranslations("emotion.words")("weakEnd");
  const { peak, end, n, lowestAt, endsBelowPeak } = figures;
  if (n === 1) return t("single", { end: where(end) });
  if (peak === null) return t("flat", { end: where(end) });
  const isLowTold = lowestAt === peak || lowestAt === end;
  return [
    t("sentence", { peak: where(peak), end: where(end) }),
    isLowTold ? "" : t("lowestAt", { low: where(lowestAt) }),
    endsBelowPeak ? weakEnd : "",
  ]
    .filter(Boolean)
    .join(" ");
}
