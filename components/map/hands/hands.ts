import type { KeyboardEvent } from "react";
import type { CardId, LaneId } from "@/lib/journey/ids";
import type { ClipboardHandlers } from "../clipboard/pasted";
import type { GridCell } from "../grid/shape";
import type { Orders } from "../grid/use-orders";
import type { Structure } from "../grid/use-structure";

/** What a button in a cell does at once, without a menu or dialog. */
export type CellAct = "tick" | "fold-lane";

/**
 * All that changes a map beyond its words and feelings, and all that keys and buttons ask for beyond the selection.
 * Whoever only looks never needs it, so it comes with the first sign of life.
 */
export interface Hands {
  readonly orders: Orders;
  readonly structure: Structure;
  readonly clipboard: ClipboardHandlers;
  /** While something is held, the arrows carry it; false where nothing is. */
  readonly moveByKeys: (event: KeyboardEvent) => boolean;
  readonly act: (
    act: CellAct,
    at: { readonly cell: GridCell; readonly card: CardId | null },
  ) => void;
  /** Puts files that were chosen into what is selected. */
  readonly attach: (files: readonly File[]) => void;
  /** A lane as high as it was dragged, or null for as high as what it holds. */
  readonly setLaneHeight: (laneId: LaneId, height: number | null) => void;
}
