"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type {
  FunnelStep,
  OverallConversion,
  WeakestStep,
} from "@/lib/insight/funnel";
import type { TouchpointId } from "@/lib/journey/ids";
import type { DropOffReason, JourneyMap } from "@/lib/journey/journey-map";
import { breakOffOf } from "@/lib/journey/failure-kinds";
import { useEditorUi } from "../editor-ui";
import { touchpointIn } from "../map-index";
import { useFunnelOf } from "./funnel";
import { useLossWords } from "./use-loss-words";
import { useShare } from "./use-share";

interface FunnelReadingProps {
  readonly names: ReadonlyMap<string, string>;
}

/** Where the journey breaks off, how many leave at which touchpoint, and which of them clearly loses most. */
export function FunnelReading({ names }: FunnelReadingProps) {
  const t = useTranslations("failure.reading");
  const untitled = useTranslations("failure")("untitled");
  const map = useJourneyMap((whole) => whole);
  const { funnel, counts } = useFunnelOf(map);
  const format = useFormatter();
  const { kind, touchpoint } = breakOffOf(map);
  if (!funnel.isKnown && kind === "none") return null;
  const nameOf = (id: string) => names.get(id)?.trim() || untitled;
  const day = (at: string) => format.dateTime(new Date(at), "day");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("title")}</h3>
      {touchpoint ? (
        <p className="text-sm">
          {t("breaksOff", { title: nameOf(touchpoint.id) })}
        </p>
      ) : kind === "gone" ? (
        <p className="text-sm">{t("gone")}</p>
      ) : null}
      {funnel.weakest ? (
        <Weakest weakest={funnel.weakest} nameOf={nameOf} />
      ) : null}
      {funnel.overall ? (
        <Overall overall={funnel.overall} nameOf={nameOf} />
      ) : null}
      {funnel.isKnown ? (
        <ol className="flex flex-col gap-2">
          {funnel.steps.map((step) => (
            <Step
              key={step.touchpointId}
              unit={counts?.unit ?? null}
              reasons={reasonsAt(map, step.touchpointId)}
              {...{ step, nameOf }}
            />
          ))}
        </ol>
      ) : null}
      <p className="text-xs hyphens-auto text-ink-3">
        {counts
          ? t("counted", {
              unit: counts.unit || t("cases"),
              source: counts.source || t("unnamed"),
              day: day(counts.heldOn),
            })
          : t("said")}
      </p>
    </section>
  );
}

const NO_REASONS: readonly DropOffReason[] = [];

const reasonsAt = (map: JourneyMap, id: TouchpointId) =>
  touchpointIn(map, id)?.dropOff?.reasons ?? NO_REASONS;

type NameOf = (id: string) => string;

function Weakest({
  weakest,
  nameOf,
}: {
  readonly weakest: WeakestStep;
  readonly nameOf: NameOf;
}) {
  const t = useTranslations("failure.reading.weakest");
  const share = useShare();
  const { touchpointId, loss, isClear } = weakest;
  const kind = loss.basis === "said" ? "said" : isClear ? "clear" : "unclear";
  return (
    <p className="text-sm hyphens-auto">
      {t(kind, { title: nameOf(touchpointId), share: share(loss.share) })}
    </p>
  );
}

/** What becomes of all who were counted at first. */
function Overall({
  overall,
  nameOf,
}: {
  readonly overall: OverallConversion;
  readonly nameOf: NameOf;
}) {
  const t = useTranslations("failure.reading");
  const share = useShare();
  const { from, to, kept } = overall;
  return (
    <p className="text-sm hyphens-auto tabular-nums">
      {t("overall", {
        n: kept.n,
        from: nameOf(from),
        to: nameOf(to),
        share: share(kept.share),
        low: share(kept.interval.low),
        high: share(kept.interval.high),
      })}
    </p>
  );
}

interface StepProps {
  readonly step: FunnelStep;
  readonly unit: string | null;
  readonly reasons: readonly DropOffReason[];
  readonly nameOf: NameOf;
}

function Step({ step, unit, reasons, nameOf }: StepProps) {
  const t = useTranslations("failure.step");
  const format = useFormatter();
  const ui = useEditorUi();
  const share = useShare();
  const lossWords = useLossWords();
  const { touchpointId: id, before, after, loss } = step;
  return (
    <li className="flex flex-col gap-0.5 text-xs text-ink-2">
      <button
        type="button"
        onClick={() => ui.openRecord({ kind: "touchpoint", id })}
        className="min-h-6 w-fit max-w-full rounded-sm border border-line bg-surface px-1.5 py-0.5 text-left text-ink hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        {nameOf(id)}
      </button>
      <span
        aria-hidden="true"
        className="relative block h-2 overflow-hidden rounded-xs border border-line-strong"
      >
        <span
          style={{ width: `${after * 100}%` }}
          className="absolute inset-y-0 left-0 bg-ink-3 forced-colors:bg-[CanvasText]"
        />
      </span>
      <span className="tabular-nums">
        {t("way", { before: share(before), after: share(after) })}{" "}
        {loss ? lossWords(loss, unit) : null}
      </span>
      {reasons.length > 0 ? (
        <span className="hyphens-auto">
          {t("why", {
            reasons: format.list(
              reasons.map(({ text, share: part }) =>
                part === null ? text : `${text} (${share(part)})`,
              ),
              { type: "unit" },
            ),
          })}
        </span>
      ) : null}
    </li>
  );
}
