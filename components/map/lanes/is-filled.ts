import { cellKey } from "@/lib/journey/ids";
import type { JourneyMap, Lane, Touchpoint } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";

type Filling = Pick<JourneyMap, "stages" | "cells" | "attachments">;

/** Whether a lane holds anything yet; a line only divides, and never does. */
export function isLaneFilled(map: Filling, { id, kind }: Lane): boolean {
  if (!LANE_KIND_INFO[kind].holdsCards)
    return map.stages.some(({ touchpoints }) =>
      touchpoints.some((one) => isFieldFilled(map, kind, one)),
    );
  const holds = (columnId: Touchpoint["id"] | JourneyMap["stages"][0]["id"]) =>
    (map.cells[cellKey(id, columnId)]?.length ?? 0) > 0;
  return map.stages.some(
    (stage) =>
      holds(stage.id) || stage.touchpoints.some((one) => holds(one.id)),
  );
}

/** Whether a touchpoint has what a lane without cards shows of it. */
export function isFieldFilled(
  { attachments }: Pick<Filling, "attachments">,
  kind: Lane["kind"],
  touchpoint: Touchpoint,
): boolean {
  switch (kind) {
    case "touchpoint":
      return touchpoint.title !== "";
    case "message":
      return touchpoint.message !== "";
    case "channel":
      return touchpoint.channels.length > 0;
    case "stakeholder":
      return touchpoint.owners.length > 0;
    case "evidence":
      return (attachments[touchpoint.id]?.length ?? 0) > 0;
    case "emotion":
      return Object.keys(touchpoint.emotions).length > 0;
    default:
      return false;
  }
}
