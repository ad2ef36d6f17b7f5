import type { FillOutcome } from "@/lib/journey/fill-cells";
import type { ColumnId, LaneId } from "@/lib/journey/ids";

/** A paste that waits for a yes. */
export interface PastePlan {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
  readonly rows: readonly (readonly string[])[];
  readonly outcome: FillOutcome;
}
