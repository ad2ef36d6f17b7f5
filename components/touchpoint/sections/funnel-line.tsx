"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import { funnelOf } from "@/lib/insight/funnel";
import type { TouchpointId } from "@/lib/journey/ids";

interface FunnelLineProps {
  readonly touchpointId: TouchpointId;
}

/** How many of all who begin the journey come to each touchpoint; this one stands out. */
export function FunnelLine({ touchpointId }: FunnelLineProps) {
  const t = useTranslations("lanes.funnel");
  const format = useFormatter();
  const stages = useJourneyMap((map) => map.stages);
  const { bars, here } = useMemo(() => {
    const points = stages.flatMap(({ touchpoints }) => touchpoints);
    const steps = funnelOf(points.map(({ dropOff }) => dropOff?.share ?? null));
    const at = points.findIndex(({ id }) => id === touchpointId);
    const drawn = points.map(({ id, title }, index) => ({
      id,
      title,
      share: steps[index]?.before ?? 1,
    }));
    return { bars: drawn, here: steps[at] };
  }, [stages, touchpointId]);
  if (!here) return null;
  const share = (value: number) => format.number(value, "share");
  const said = { before: share(here.before), after: share(here.after) };
  return (
    <figure className="flex flex-col gap-1.5">
      <div aria-hidden="true" className="flex h-12 items-end gap-px">
        {bars.map(({ id, title, share: height }) => (
          <span
            key={id}
            title={`${title}: ${share(height)}`}
            style={{ height: `${Math.max(2, height * 100)}%` }}
            className={cx(
              "min-w-0 flex-1 rounded-t-xs",
              id === touchpointId ? "bg-accent" : "bg-line-strong",
            )}
          />
        ))}
      </div>
      <figcaption className="text-xs text-ink-2">{t("here", said)}</figcaption>
    </figure>
  );
}
