import type { CommandContext, RefusalReason } from "@/lib/journey/command";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { asId } from "@/lib/journey/ids";
import type { CardId, ColumnId, LaneId } from "@/lib/journey/ids";
import { textOf } from "@/lib/journey/texts";
import { carriesMore } from "../editing/carries-more";
import { EditSession } from "../editing/edit-session";
import { takeFigure } from "../editing/figure-of-card";
import { cardText } from "../grid/edit-targets";
import type { EditTarget } from "../grid/grid-state";
import { cellOf, shapeOf } from "../grid/shape";
import type { LeafKey, Point } from "../grid/shape";
import type { MapSource } from "@/components/room/map-source";
import type { EarlyText } from "./early";

/** Where an early text stood. */
export const pointOf = ({ row, leaf }: EarlyText): Point => ({
  row: row as LaneId,
  leaf: leaf as LeafKey,
});

/** What an early text writes into; null where the place for a new card is gone. */
export function targetOf(text: EarlyText, map: JourneyMap): EditTarget | null {
  const cardId = asId<CardId>(text.card);
  if (!text.isNew) return cardText(cardId);
  // What a colleague folded meanwhile is still a place.
  const open = <T extends object>(one: T) => ({ ...one, collapsed: false });
  const { stages, lanes } = map;
  const whole = { stages: stages.map(open), lanes: lanes.map(open) };
  const cell = cellOf(shapeOf(whole), pointOf(text));
  if (cell?.role !== "cards" || !cell.lane || !cell.columnId) return null;
  const columnId: ColumnId = cell.columnId;
  return {
    kind: "new-card",
    laneId: cell.lane.key,
    columnId,
    before: null,
    cardId,
  };
}

interface Writing {
  readonly ctx: CommandContext;
  readonly source: MapSource;
  readonly target: EditTarget;
  readonly onRefused: (reason: RefusalReason) => void;
}

/** Writes a finished text as its author would: only what they changed, as one step that can be taken back. */
export function writeEarly(
  { base, text, card }: EarlyText,
  { ctx, source, target, onRefused }: Writing,
): void {
  // A page that ended while it was being saved may have saved it.
  const isThere =
    target.kind === "text" && textOf(ctx.doc, target.ref)?.toString() === text;
  if (isThere) return;
  const work = () => {
    const session = new EditSession({
      ctx,
      edit: { target, replace: false },
      since: base,
      carriesMore: (id) => carriesMore(source.get(), id),
      onChange: () => undefined,
      onRefused,
    });
    session.endComposition(text, text.length);
    const isWritten = session.written !== null;
    session.close();
    if (isWritten) takeFigure(ctx, source.get(), asId<CardId>(card));
  };
  if (ctx.undo) ctx.undo.asOne(work);
  else work();
}
