"use client";

import { Ellipsis, Plus } from "lucide-react";
import { memo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import type { CardId } from "@/lib/journey/ids";
import type { Card } from "@/lib/journey/journey-map";
import { ComingPictures } from "../clipboard/coming-pictures";
import { CardItem } from "./card-item";
import type { Edit } from "./grid-state";
import { useGridAccess, useGridState } from "./grid-context";
import { editIn, holdsPoint } from "./marks";
import { PeopleRing } from "./people-ring";
import { cardsKey, cellName } from "./shape";
import type { GridCell } from "./shape";
import { cellStyle, useCell } from "./use-cell";

const NO_CARDS: readonly Card[] = [];
const BLANK: Omit<Card, "id"> = {
  kind: "text",
  laneId: null,
  columnId: null,
  text: "",
  colour: null,
  metric: null,
  decision: null,
  score: null,
  task: null,
};

/** A cell that holds cards. */
export const CardsCell = memo(function CardsCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const key = cardsKey(cell) ?? ":";
  const cards = useJourneyMap((map) => map.cells[key] ?? NO_CARDS);
  const { mark, attributes } = useCell(cell);
  const edit = useGridState((state, shape) => editIn(state, shape, cell));
  const selected = useGridState((state, shape) =>
    holdsPoint(state, shape, cell) ? state.card : null,
  );
  const isWide = cell.to > cell.from;
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(mark, "group/cell border-r border-line p-1.5 pb-2")}
    >
      <div
        role={cards.length > 0 ? "list" : undefined}
        className={cx(
          "grid content-start gap-1.5",
          isWide
            ? "grid-cols-[repeat(auto-fill,minmax(200px,1fr))]"
            : "grid-cols-1",
        )}
      >
        {withNew(cards, edit).map((card) => (
          <CardItem
            key={card.id}
            card={card}
            isSelected={selected === card.id}
            edit={edit && editedCard(edit) === card.id ? edit : null}
          />
        ))}
      </div>
      {cards.length === 0 && !edit ? <CellHint cell={cell} /> : null}
      <ComingPictures at={cellName(cell)} />
      <CellTools />
      <PeopleRing at={key} />
    </div>
  );
});

function editedCard({ target }: Edit): CardId | null {
  if (target.kind === "new-card") return target.cardId;
  return target.ref.kind === "card" ? target.ref.id : null;
}

/** The cards, and among them the one that is about to be: one and the same box before and after its birth. */
function withNew(cards: readonly Card[], edit: Edit | null): readonly Card[] {
  const target = edit?.target;
  if (
    target?.kind !== "new-card" ||
    cards.some(({ id }) => id === target.cardId)
  )
    return cards;
  const at = cards.findIndex(({ id }) => id === target.before);
  return cards.toSpliced(at < 0 ? cards.length : at, 0, {
    ...BLANK,
    id: target.cardId,
  });
}

/** What may be written here, as long as nothing is. */
function CellHint({ cell }: { readonly cell: GridCell }) {
  const hint = useJourneyMap((map) => {
    const lane = map.lanes.find(({ id }) => id === cell.lane?.key);
    return (cell.columnId && lane?.cellHints[cell.columnId]) ?? "";
  });
  if (!hint) return null;
  return (
    <p className="px-2 py-1.5 text-xs leading-4 hyphens-auto text-ink-3">
      {hint}
    </p>
  );
}

/** What a pointer or finger needs at a cell; the same stands in its menu and on keys. */
function CellTools() {
  const { canWrite, words } = useGridAccess();
  if (!canWrite) return null;
  const tool =
    "flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-11";
  return (
    <span className="absolute right-1 bottom-0.5 flex opacity-0 transition-opacity group-hover/cell:opacity-100 group-data-[mark=active]/cell:opacity-100 group-data-[mark=inside]/cell:opacity-100">
      <button
        type="button"
        tabIndex={-1}
        data-act="menu"
        aria-label={words.menu}
        className={cx(tool, "pointer-fine:hidden")}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        data-act="add-card"
        aria-label={words.addCard}
        className={tool}
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
