import { cx } from "@/components/ui/cx";
import type { Attachment, Card, JourneyMap } from "@/lib/journey/journey-map";
import { CardFace, cardStyle } from "../drawing/card-face";
import { isFirstOfStage, slotsAt } from "../drawing/channel-band";
import { FieldFace } from "../drawing/field-face";
import { LineFace } from "../drawing/line-face";
import { cardsKey } from "../grid/shape";
import type { GridCell } from "../grid/shape";
import { attachmentsIn, laneIn, touchpointIn } from "../map-index";
import { MarkBadges, useMarkStyle } from "./read-marks";

const NO_FILES: readonly Attachment[] = [];
const NO_CARDS: readonly Card[] = [];

interface ReadCellProps {
  readonly map: JourneyMap;
  readonly cell: GridCell;
}

/** One cell of a shared map. */
export function ReadCell({ map, cell }: ReadCellProps) {
  const style = {
    gridColumn: `${cell.from + 2} / span ${cell.to - cell.from + 1}`,
    gridRow: 1,
  };
  const span = cell.to > cell.from ? cell.to - cell.from + 1 : undefined;
  const place = `${cell.row}:${cell.columnId}`;
  const mark = useMarkStyle(place);
  const common = {
    role: "cell",
    style,
    "aria-colindex": cell.from + 2,
    "aria-colspan": span,
  };
  if (cell.role === "line") {
    return (
      <div {...common} className="flex items-center">
        <LineFace lane={laneIn(map, cell.row) ?? null} />
      </div>
    );
  }
  if (cell.role === "cards") {
    return (
      <div {...common} className={cx("border-r border-line p-1.5 pb-2", mark)}>
        <MarkBadges place={place} />
        <Cards map={map} cell={cell} />
      </div>
    );
  }
  const touchpoint = touchpointIn(map, cell.columnId);
  return (
    <div
      {...common}
      className={cx(
        "border-r border-line px-3 py-2.5 text-sm leading-5",
        cell.role === "no-column" && "bg-sunken/50",
        mark,
      )}
    >
      <MarkBadges place={place} />
      {cell.role === "field" && touchpoint && cell.lane ? (
        <FieldFace
          kind={cell.lane.kind}
          touchpoint={touchpoint}
          attachments={attachmentsIn(map, cell.lane.kind, touchpoint.id)}
          band={{
            slots: slotsAt(map, touchpoint.id),
            isNamed: isFirstOfStage(map, touchpoint.id),
          }}
        />
      ) : null}
    </div>
  );
}

function Cards({ map, cell }: ReadCellProps) {
  const key = cardsKey(cell);
  const cards = key ? (map.cells[key] ?? NO_CARDS) : NO_CARDS;
  if (cards.length === 0) return null;
  return (
    <ul
      className={cx(
        "grid content-start gap-1.5",
        cell.to > cell.from
          ? "grid-cols-[repeat(auto-fill,minmax(200px,1fr))]"
          : "grid-cols-1",
      )}
    >
      {cards.map((card) => (
        <li
          key={card.id}
          data-colour={card.colour ?? undefined}
          className={cardStyle(card)}
        >
          <CardFace
            card={card}
            attachments={map.attachments[card.id] ?? NO_FILES}
          />
        </li>
      ))}
    </ul>
  );
}
