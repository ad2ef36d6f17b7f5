"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { findingsOf, LACKS, type Findings } from "@/lib/insight/findings";
import { useEvidence } from "../emotion/evidence";
import { useFunnelOf } from "../failure/funnel";
import { FunnelReading } from "../failure/funnel-reading";
import { useBriefLoss } from "../failure/use-loss-words";
import { FindingList, TouchpointButtons, WeakList } from "./finding-list";
import { PeakEndReading } from "./peak-end-reading";

/** What the map tells about where it needs work, read off it while it grows. */
export function InsightTab() {
  const t = useTranslations("guide.insight");
  const map = useJourneyMap((now) => now);
  const evidenceOf = useEvidence();
  const { funnel } = useFunnelOf(map);
  const findings = useMemo(
    () => findingsOf(map, evidenceOf, funnel),
    [map, evidenceOf, funnel],
  );
  const names = useMemo(
    () =>
      new Map<string, string>(
        map.stages.flatMap((stage) => [
          [stage.id, stage.title] as const,
          ...stage.touchpoints.map(({ id, title }) => [id, title] as const),
        ]),
      ),
    [map.stages],
  );
  if (findings.touchpoints === 0)
    return <p className="text-sm text-ink-2">{t("empty")}</p>;
  return (
    <div className="flex flex-col gap-6">
      <PeakEndReading curves={map.curves} names={names} />
      <WeakList weakest={findings.weakest} names={names} />
      <FunnelReading names={names} />
      <Contradictions {...{ findings, names }} />
      <HandOffs {...{ findings, names }} />
      <Lacking {...{ findings, names }} />
    </div>
  );
}

interface PartProps {
  readonly findings: Findings;
  readonly names: ReadonlyMap<string, string>;
}

function Contradictions({ findings, names }: PartProps) {
  const t = useTranslations("guide.insight.contradictions");
  const lossWords = useBriefLoss();
  const groups = (["leave", "stay"] as const).flatMap((kind) => {
    const found = findings.contradictions.filter((one) => one.kind === kind);
    return found.length > 0 ? [{ kind, found }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <FindingList title={t("title")} hint={t("hint")}>
      {groups.map(({ kind, found }) => (
        <li key={kind} className="flex flex-col gap-1">
          <p>{t(kind)}</p>
          {found.map(({ touchpointId, loss }) => (
            <div key={touchpointId} className="flex flex-col gap-1 text-ink-2">
              <TouchpointButtons ids={[touchpointId]} names={names} />
              {lossWords(loss)}
            </div>
          ))}
        </li>
      ))}
    </FindingList>
  );
}

/** In levels; less is no fall that one would see. */
const NOTABLE_FALL = 0.5;
/** As many as one can talk about. */
const MOST_HAND_OFFS = 3;

function HandOffs({ findings, names }: PartProps) {
  const t = useTranslations("guide.insight.handOffs");
  const falling = findings.handOffs
    .filter(({ fall }) => fall >= NOTABLE_FALL)
    .slice(0, MOST_HAND_OFFS);
  if (falling.length === 0) return null;
  return (
    <FindingList title={t("title")} hint={t("hint")}>
      {falling.map(({ from, to, fall }) => (
        <li key={`${from}:${to}`} className="flex flex-col gap-1">
          <p>{t("fall", { levels: Math.round(fall) })}</p>
          <TouchpointButtons ids={[from, to]} names={names} />
        </li>
      ))}
    </FindingList>
  );
}

function Lacking({ findings, names }: PartProps) {
  const t = useTranslations("guide.insight.lacking");
  const untitled = useTranslations("map")("untitled.stage");
  const { lacking, emptyStages, touchpoints } = findings;
  const lacks = LACKS.filter((lack) => lacking[lack].length > 0);
  if (lacks.length === 0 && emptyStages.length === 0)
    return <p className="text-sm text-ink-2">{t("nothing")}</p>;
  return (
    <FindingList title={t("title")} hint={t("hint")}>
      {emptyStages.length > 0 ? (
        <li>
          {t("stages", {
            count: emptyStages.length,
            names: emptyStages
              .map((id) => names.get(id)?.trim() || untitled)
              .join(", "),
          })}
        </li>
      ) : null}
      {lacks.map((lack) => (
        <li key={lack} className="flex flex-col gap-1">
          <p>{t(lack, { count: lacking[lack].length, of: touchpoints })}</p>
          <TouchpointButtons ids={lacking[lack]} names={names} />
        </li>
      ))}
    </FindingList>
  );
}
