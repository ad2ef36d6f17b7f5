"use client";

import { useMapParts } from "@/components/room/use-journey-map";
import { failureBehind, isBreakOff } from "@/lib/journey/failure-kinds";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import { FailureFace } from "./failure-face";
import { useFunnelOf, useShownStep } from "./funnel";

const META = ["meta"] as const;
const LINKS = ["links"] as const;

interface TouchpointFailureProps {
  readonly map: JourneyMap;
  readonly touchpoint: Touchpoint;
}

/** What a map that is handed in says of failing at one of its touchpoints. */
export function TouchpointFailure({ map, touchpoint }: TouchpointFailureProps) {
  const { id, timing } = touchpoint;
  const { stepAt } = useFunnelOf(map);
  return (
    <FailureFace
      breaksOff={isBreakOff(map.meta, id)}
      isRecovery={failureBehind(map.links, id) !== null}
      timing={timing}
      shown={stepAt(id)}
    />
  );
}

/** The same of the live map, drawn again only when it says something else. */
export function LiveFailure({
  touchpoint,
}: Pick<TouchpointFailureProps, "touchpoint">) {
  const { id, timing } = touchpoint;
  const breaksOff = useMapParts(META, ({ meta }) => isBreakOff(meta, id));
  const isRecovery = useMapParts(
    LINKS,
    ({ links }) => failureBehind(links, id) !== null,
  );
  const shown = useShownStep(id);
  return <FailureFace {...{ breaksOff, isRecovery, timing, shown }} />;
}
