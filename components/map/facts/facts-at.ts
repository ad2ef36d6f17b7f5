import { isViewable } from "@/components/touchpoint/viewer/viewable";
import type { EntityId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { FactsOverlay } from "../editor-ui";
import type { GridState, GridView } from "../grid/grid-state";
import { subjectAt, touchpointAt } from "../grid/moves";
import { cellOf } from "../grid/shape";
import { cardOn } from "./card-on";
import { factOf } from "./fact-kinds";

/** What of the selection says something besides its words; null where there is nothing of the kind. */
export function factsAt(
  map: JourneyMap,
  state: GridState,
  view: GridView,
): FactsOverlay["of"] | null {
  const subject = subjectAt(state, view);
  if (subject?.kind === "card") {
    const card = cardOn(map, subject.id);
    return card && factOf(card.kind) ? { kind: "card", id: card.id } : null;
  }
  const cell = cellOf(view.shape, state.point);
  const id: TouchpointId | null = touchpointAt(state, view);
  return cell?.role === "field" && cell.lane?.kind === "message" && id
    ? { kind: "message", id }
    : null;
}

/** Whose pictures and PDFs are selected, and the first of them; null where there are none. */
export function viewableAt(
  map: JourneyMap,
  state: GridState,
  view: GridView,
): { readonly on: EntityId; readonly first: string } | null {
  const subject = subjectAt(state, view);
  const on = subject?.kind === "card" ? subject.id : touchpointAt(state, view);
  const first = on && map.attachments[on]?.find(isViewable);
  return on && first ? { on, first: first.id } : null;
}
