import { oneStep } from "@/components/room/one-step";
import { addCard, setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { asId, isId } from "@/lib/journey/ids";
import type { ColumnId, LaneId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { columnIn } from "../grid/places";
import type { CopiedBlock, CopiedCard } from "@/lib/formats/copied-cells";

export interface PasteSpot {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
}

export interface PasteOutcome {
  readonly pasted: number;
  /** Cards with no cell to stand in. */
  readonly skipped: number;
}

interface Target {
  readonly map: JourneyMap;
  readonly spot: PasteSpot;
  readonly isSameWorkspace: boolean;
}

/** Puts copied cards behind what stands in the cells already: nothing is overwritten, all is one step to take back. */
export function pasteBlock(
  ctx: CommandContext,
  block: CopiedBlock,
  target: Target,
): PasteOutcome {
  let pasted = 0;
  let skipped = 0;
  oneStep(ctx, (step) => {
    block.rows.forEach((row, down) =>
      row.forEach((cards, right) => {
        const spot = spotAt(target, down, right);
        for (const card of cards) {
          if (spot && pasteCard(step, { ...target, spot }, card)) pasted += 1;
          else skipped += 1;
        }
      }),
    );
  });
  return { pasted, skipped };
}

function spotAt(
  { map, spot }: Target,
  down: number,
  right: number,
): PasteSpot | null {
  const top = map.lanes.findIndex(({ id }) => id === spot.laneId);
  const lane = map.lanes[top + down];
  if (!lane || !LANE_KIND_INFO[lane.kind].holdsCards) return null;
  const first = columnIn(map, lane.span, spot.columnId);
  const columns: ColumnId[] =
    lane.span === "stage"
      ? map.stages.map(({ id }) => id)
      : map.stages.flatMap(({ touchpoints }) =>
          touchpoints.map(({ id }) => id),
        );
  const columnId = first ? columns[columns.indexOf(first) + right] : undefined;
  return columnId ? { laneId: lane.id, columnId } : null;
}

function pasteCard(
  ctx: CommandContext,
  { spot, isSameWorkspace }: Target,
  card: CopiedCard,
): boolean {
  const made = addCard(ctx, { ...spot, text: card.text });
  if (!made.ok) return false;
  const { colour, metric, decision, score, task } = card;
  const person = task?.stakeholderId;
  // Who is responsible elsewhere is nobody here.
  const stakeholderId =
    person && isSameWorkspace && isId(person) ? asId<never>(person) : null;
  setCard(ctx, {
    cardId: made.cardId,
    colour,
    metric,
    decision,
    score,
    task: task ? { ...task, stakeholderId } : null,
  });
  return true;
}
