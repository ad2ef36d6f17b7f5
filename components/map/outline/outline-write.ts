import type { ReactNode } from "react";
import type {
  CardId,
  ColumnId,
  LaneId,
  PersonaId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { Card, Stage } from "@/lib/journey/journey-map";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { Edit, EditTarget } from "../grid/grid-state";
import type { Subject } from "../grid/places";

/** What can be looked at more closely, and ticked off; absent where there are no records, on a shared map. */
export interface Openers {
  readonly openTouchpoint: (id: TouchpointId) => void;
  readonly openCard: (id: CardId) => void;
  /** Null for those who may not change the map. */
  readonly tick: ((card: Pick<Card, "id" | "task">) => void) | null;
}

/** What somebody may do in the list; absent for those who only read. */
export interface OutlineWrite {
  /** What is being written now. */
  readonly target: EditTarget | null;
  readonly edit: (target: EditTarget) => void;
  readonly addCard: (laneId: LaneId, columnId: ColumnId) => void;
  /** The field for what is being written; with `onEnter`, Enter keeps the text and does that instead of a new line. */
  readonly renderEditor: (edit: Edit, onEnter?: () => void) => ReactNode;
  readonly setEmotion: (
    touchpointId: TouchpointId,
    personaId: PersonaId,
    value: Emotion | null,
  ) => void;
  readonly open: Openers;
  readonly moveTo: (subject: Subject) => void;
  readonly remove: (subject: Subject) => void;
  readonly addTouchpoint: (stageId: StageId) => void;
  readonly addStage: () => void;
  readonly foldStage: (stage: Pick<Stage, "id" | "collapsed">) => void;
  /** Below that lane; null puts it last. */
  readonly addLaneBelow: (laneId: LaneId | null) => void;
  readonly openSettings: (
    of: Extract<Subject, { readonly kind: "stage" | "lane" }>,
  ) => void;
}

type NewCard = Extract<EditTarget, { kind: "new-card" }>;

/** The card that is about to be in a cell. */
export function newCardIn(
  target: EditTarget | null,
  laneId: LaneId,
  columnId: ColumnId,
): NewCard | null {
  const isHere =
    target?.kind === "new-card" &&
    target.laneId === laneId &&
    target.columnId === columnId;
  return isHere ? target : null;
}

/** The words of a card, to be written in. */
export const textTarget = ({ id }: { readonly id: CardId }): EditTarget => ({
  kind: "text",
  ref: { kind: "card", id },
});

export function isTextOf(
  target: EditTarget | null,
  id: string,
  field?: string,
): boolean {
  if (target?.kind !== "text" || !("id" in target.ref) || target.ref.id !== id)
    return false;
  return (
    field === undefined || ("field" in target.ref && target.ref.field === field)
  );
}
