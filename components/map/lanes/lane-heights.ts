import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { LaneId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setLane } from "@/lib/journey/lanes";
import { laneIn } from "../map-index";
import { HEIGHTS, withinHeights } from "./height-limits";

export type HeightChange = "taller" | "lower" | "fit";

/** Whether a lane has a height of its own: lines and folded lanes are always one line. */
export function hasHeight(map: JourneyMap, laneId: LaneId | null): boolean {
  const lane = laneIn(map, laneId);
  return (
    lane !== null &&
    !lane.collapsed &&
    lane.kind !== "line" &&
    lane.kind !== "emotion"
  );
}

/**
 * Makes a lane taller or lower by a step, or as high as what it holds.
 *
 * @param drawn - how high it is on the screen now, from which the first step goes on.
 */
export function changeHeight(
  ctx: CommandContext,
  laneId: LaneId,
  { change, drawn }: { readonly change: HeightChange; readonly drawn: number },
): CommandResult<{ readonly height: number | null }> {
  const sign = change === "taller" ? 1 : -1;
  const height =
    change === "fit" ? null : withinHeights(drawn + sign * HEIGHTS.step);
  const result = setLane(ctx, { laneId, height });
  return result.ok ? { ok: true, height } : result;
}
