import { useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { answersOf, countsOf } from "@/lib/insight/evidence-of";
import { cx } from "@/components/ui/cx";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { useEvidence, useEvidenceGroups } from "../emotion/evidence";

/**
 * How many pieces of evidence there are, and whether they are old; where they do not carry a feeling, that it is only
 * assumed. Where nobody said anything, nothing is claimed.
 */
export function EvidenceState({
  touchpoint,
}: {
  readonly touchpoint: Touchpoint;
}) {
  const t = useTranslations("lanes.evidence");
  const groups = useEvidenceGroups();
  const { counts, answers } = useMemo(() => {
    const here = groups.filter((one) => one.touchpointId === touchpoint.id);
    return {
      counts: countsOf(here).get(touchpoint.id),
      answers: answersOf(here).get(touchpoint.id),
    };
  }, [groups, touchpoint.id]);
  const readings = useReadings(touchpoint);
  const assumed = readings.filter((found) => found === null).length;
  const isOld = readings.some((found) => found?.isStale);
  return (
    <>
      {counts ? (
        <Line isProven>
          {t("pieces", { hard: counts.hard, soft: counts.soft })}
          {answers ? ` · ${t("pulse", { count: answers })}` : null}
          {isOld ? ` · ${t("old")}` : null}
        </Line>
      ) : null}
      {assumed > 0 ? <Line>{t("assumed", { count: assumed })}</Line> : null}
    </>
  );
}

/** For each feeling that the team states, what evidence says of it. */
function useReadings({ id, emotions }: Touchpoint) {
  const evidence = useEvidence();
  const personas = Object.keys(emotions) as (keyof typeof emotions)[];
  return personas.map((personaId) => evidence(id, personaId));
}

interface LineProps {
  readonly isProven?: boolean;
  readonly children: ReactNode;
}

function Line({ isProven = false, children }: LineProps) {
  return (
    <p className="flex items-center gap-1.5 text-xs text-ink-3">
      <span
        aria-hidden="true"
        className={cx(
          "size-2 shrink-0 rounded-full border border-current",
          isProven ? "bg-current" : "border-dashed",
        )}
      />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
