import type { Proportion } from "../metrics/proportion";
import { draft } from "./drafts";
import type { EvidenceDraft, Measure, OverlayReport } from "./results";

const HOUR_MS = 3_600_000;

/**
 * What an event log says about each touchpoint, as evidence: how many cases come by, which share of all that is, which
 * share ends here, and the median wait in hours. It is behaviour, so nothing of it has a scale of feelings.
 *
 * @param about - the day where the log tells none, and what the evidence calls its source.
 */
export function overlayEvidence(
  report: OverlayReport,
  about: { readonly day: string; readonly source: string },
): EvidenceDraft[] {
  const period = report.period ?? { from: about.day, to: about.day };
  return report.touchpoints.flatMap((flow) => {
    const base = {
      touchpointId: flow.touchpointId,
      kind: "hard",
      origin: "analytics",
      source: about.source,
      ...period,
    } as const;
    const share = (measure: Measure, of: Proportion) =>
      draft({
        ...base,
        value: 100 * of.share,
        unit: "%",
        n: of.n,
        measure,
        interval: {
          low: 100 * of.interval.low,
          high: 100 * of.interval.high,
        },
      });
    const { wait } = flow;
    return [
      draft({ ...base, value: flow.reach.count, measure: "cases" }),
      share("reach", flow.reach),
      share("ends", flow.ends),
      ...(wait
        ? [
            draft({
              ...base,
              value: hours(wait.median),
              unit: "h",
              n: wait.n,
              measure: "wait",
            }),
          ]
        : []),
    ];
  });
}

/** To the nearest second: nobody waits for less, and the least that can be stored is not nothing. */
function hours(ms: number): number {
  return (Math.round(ms / 1_000) * 1_000) / HOUR_MS;
}
