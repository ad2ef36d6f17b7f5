"use client";

import { useTranslations } from "next-intl";
import { useFunnelOf } from "@/components/map/failure/funnel";
import { useShare } from "@/components/map/failure/use-share";
import { useLossWords } from "@/components/map/failure/use-loss-words";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import type { TouchpointId } from "@/lib/journey/ids";

interface FunnelLineProps {
  readonly touchpointId: TouchpointId;
}

/** How many of all who begin the journey come to each touchpoint; this one stands out. */
export function FunnelLine({ touchpointId }: FunnelLineProps) {
  const t = useTranslations("lanes.funnel");
  const counted = useTranslations("failure.panel");
  const map = useJourneyMap((whole) => whole);
  const { funnel, stepAt, counts } = useFunnelOf(map);
  const share = useShare();
  const lossWords = useLossWords();
  const here = stepAt(touchpointId)?.step;
  if (!here) return null;
  const { loss } = here;
  const said = { before: share(here.before), after: share(here.after) };
  return (
    <figure className="flex flex-col gap-1.5">
      <div aria-hidden="true" className="flex h-12 items-end gap-px">
        {funnel.steps.map(({ touchpointId: id, before }) => (
          <span
            key={id}
            title={share(before)}
            style={{ height: `${Math.max(2, before * 100)}%` }}
            className={cx(
              "min-w-0 flex-1 rounded-t-xs",
              id === touchpointId ? "bg-accent" : "bg-line-strong",
            )}
          />
        ))}
      </div>
      <figcaption className="text-xs text-ink-2">
        {t("here", said)}
        {counts && loss?.basis === "counted" ? (
          <>
            {" "}
            {lossWords(loss, counts.unit)}{" "}
            {counts.source
              ? counted("source", { source: counts.source })
              : null}
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}
