import { oneStep } from "@/components/room/one-step";
import { duplicateCard } from "@/lib/journey/duplicate-card";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { duplicateLane } from "@/lib/journey/lanes";
import { duplicateStage } from "@/lib/journey/stages";
import { duplicateTouchpoint } from "@/lib/journey/touchpoints";
import type { StageId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { GridState, GridView } from "./grid-state";
import { subjectAt } from "./moves";
import { chosenOf, inMapOrder } from "./picks";
import type { Subject } from "./places";
import { selectedCells } from "./selected-cells";

/** What a copy is made of: all that is chosen, else the stages or lanes whose names are selected, else what stands there. */
export function subjectsToCopy(
  state: GridState,
  view: GridView,
  map: JourneyMap,
): Subject[] {
  const { touchpoints, cards } = chosenOf(state, view);
  const chosen: Subject[] = [
    ...touchpoints.map((id): Subject => ({ kind: "touchpoint", id })),
    ...cards.map((id): Subject => ({ kind: "card", id })),
  ];
  if (chosen.length > 0) return withoutTheirOwn(inMapOrder(map, chosen), map);
  const named = namedIn(state, view);
  if (named.length > 0) return named;
  const subject = subjectAt(state, view);
  return subject ? [subject] : [];
}

/** The cards of a chosen column come with it; copied by themselves too, they would be there twice. */
function withoutTheirOwn(
  subjects: readonly Subject[],
  map: JourneyMap,
): Subject[] {
  const columns = new Set<string>(
    subjects.filter(({ kind }) => kind === "touchpoint").map(({ id }) => id),
  );
  const theirs = new Set<string>(
    Object.values(map.cells)
      .flat()
      .filter(({ columnId }) => columnId !== null && columns.has(columnId))
      .map(({ id }) => id),
  );
  return subjects.filter(({ id }) => !theirs.has(id));
}

function namedIn(state: GridState, view: GridView): Subject[] {
  if (!state.anchor) return [];
  const cells = selectedCells(state, view.shape).flat();
  const named = cells.flatMap((cell): Subject[] => {
    if (cell.role === "stage" || cell.role === "placeholder")
      return [{ kind: "stage", id: cell.columnId as StageId }];
    const isLane = cell.role === "lane" || cell.role === "line";
    return isLane && cell.lane ? [{ kind: "lane", id: cell.lane.key }] : [];
  });
  const ids = new Set(named.map(({ id }) => id as string));
  return named.filter(({ id }) => ids.delete(id));
}

/** Copies each right behind itself, as one step to take back; refused only where nothing could be copied. */
export function duplicateAll(
  ctx: CommandContext,
  subjects: readonly Subject[],
): CommandResult<{ readonly copies: readonly Subject[] }> {
  const results = oneStep(ctx, (step) =>
    subjects.map((subject) => duplicate(step, subject)),
  );
  const copies = results.flatMap((result) => (result.ok ? [result.copy] : []));
  const refused = results.find((result) => !result.ok);
  return copies.length === 0 && refused ? refused : { ok: true, copies };
}

function duplicate(
  ctx: CommandContext,
  subject: Subject,
): CommandResult<{ readonly copy: Subject }> {
  switch (subject.kind) {
    case "stage": {
      const made = duplicateStage(ctx, { stageId: subject.id });
      return made.ok
        ? { ok: true, copy: { kind: "stage", id: made.stageId } }
        : made;
    }
    case "touchpoint": {
      const made = duplicateTouchpoint(ctx, { touchpointId: subject.id });
      return made.ok
        ? { ok: true, copy: { kind: "touchpoint", id: made.touchpointId } }
        : made;
    }
    case "lane": {
      const made = duplicateLane(ctx, { laneId: subject.id });
      return made.ok
        ? { ok: true, copy: { kind: "lane", id: made.laneId } }
        : made;
    }
    case "card": {
      const made = duplicateCard(ctx, { cardId: subject.id });
      return made.ok
        ? { ok: true, copy: { kind: "card", id: made.cardId } }
        : made;
    }
  }
}
