import { oneStep } from "@/components/room/one-step";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { LaneId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { addLane, setLane } from "@/lib/journey/lanes";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { CopiedLane } from "@/lib/formats/copied-cells";
import type { Catalogue } from "../drawing/catalogue";
import { columnsOf } from "./copy-cells";
import { matchColumns } from "./match-columns";
import { pasteCard } from "./paste-card";

/** What pasting a lane would do here, said before it is done. */
export interface LanePlan {
  readonly cards: number;
  /** Cards that find no column of their own and go into the last one. */
  readonly crowded: number;
  /** Cards with nowhere to go, because there is no column. */
  readonly homeless: number;
  /** The lane shows what stands in the touchpoints, so it comes without content. */
  readonly isView: boolean;
}

/** Where each copied column's cards would go. */
function places(lane: CopiedLane, map: JourneyMap): (number | null)[] {
  return matchColumns(lane.columns, columnsOf(map, lane.span));
}

export function planLane(lane: CopiedLane, map: JourneyMap): LanePlan {
  const isView = !LANE_KIND_INFO[lane.kind].holdsCards;
  const found = places(lane, map);
  const seen = new Set<number>();
  let cards = 0;
  let crowded = 0;
  let homeless = 0;
  lane.columns.forEach((column, index) => {
    const place = found[index] ?? null;
    const count = column.cards.length;
    if (place === null) homeless += count;
    else {
      cards += count;
      if (seen.has(place)) crowded += count;
      seen.add(place);
    }
  });
  return isView
    ? { cards: 0, crowded: 0, homeless: 0, isView }
    : { cards, crowded, homeless, isView };
}

interface Target {
  readonly map: JourneyMap;
  /** The lane that will stand under the new one; null puts it last. */
  readonly before: LaneId | null;
  readonly catalogue: Pick<Catalogue, "stakeholders" | "stakeholderOf">;
}

/** Adds a copied lane with its cards, as one step to take back. */
export function pasteLane(
  ctx: CommandContext,
  lane: CopiedLane,
  { map, before, catalogue }: Target,
): CommandResult<{ readonly laneId: LaneId; readonly cards: number }> {
  const { kind, span, title, hint, visibility, height } = lane;
  return oneStep(ctx, (step) => {
    const made = addLane(step, { kind, span, title, hint, visibility, before });
    if (!made.ok) return made;
    const { laneId } = made;
    if (height) setLane(step, { laneId, height });
    if (!LANE_KIND_INFO[kind].holdsCards) return { ok: true, laneId, cards: 0 };
    const columns = columnsOf(map, span);
    const found = places(lane, map);
    let cards = 0;
    lane.columns.forEach((column, index) => {
      const columnId = columns[found[index] ?? -1]?.id;
      if (!columnId) return;
      const spot = { laneId, columnId };
      if (column.hint)
        setLane(step, { laneId, cellHint: { columnId, hint: column.hint } });
      for (const card of column.cards)
        if (pasteCard(step, card, { spot, catalogue })) cards += 1;
    });
    return { ok: true, laneId, cards };
  });
}
