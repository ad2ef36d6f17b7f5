"use client";

import { Ellipsis, Plus } from "lucide-react";
import { memo, useCallback, useRef } from "react";
import {
  useCards,
  useMapParts,
  usePartsList,
} from "@/components/room/use-journey-map";
import { usePeopleAt } from "@/components/room/use-room-state";
import { cx } from "@/components/ui/cx";
import type { CardId } from "@/lib/journey/ids";
import type { Attachment, Card, JourneyMap } from "@/lib/journey/journey-map";
import { ComingPictures } from "../clipboard/coming-pictures";
import { laneIn } from "../map-index";
import { CardItem } from "./card-item";
import type { Edit, GridState } from "./grid-state";
import { useGridAccess, useOffersWriting } from "./grid-context";
import { RingOf } from "./people-ring";
import { isPicked } from "./picks";
import { cardsKey, cellName } from "./shape";
import type { GridCell } from "./shape";
import { markStyle, useCellWith } from "./use-cell";
import { useOver } from "./use-over";
import { writeWords } from "./write-words";

const NO_FILES: readonly Attachment[] = [];
const NO_LISTS: readonly (readonly Attachment[])[] = [];
const FILES = ["attachments"] as const;
const LANES = ["lanes"] as const;
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
  const box = useRef<HTMLDivElement>(null);
  const cards = useCards(
    key,
    useCallback((drawn, now) => writeWords(box.current, drawn, now), []),
  );
  const files = usePartsList(FILES, (map) => filesOf(map, cards));
  const hasFacts = cards.some(saysMore);
  const { mark, attributes, edit, selected, held, picked, canOpen } =
    useCellWith(cell, ({ state, hand, looksWritable }, holds) => ({
      selected: holds ? state.card : null,
      held: idAmong(cards, hand?.subject.id),
      picked: pickedAmong(cards, state),
      canOpen: hasFacts && looksWritable,
    }));
  const { isOver, over } = useOver();
  const people = usePeopleAt(key);
  const hasTools = isOver || mark === "active" || mark === "inside";
  const isWide = cell.to > cell.from;
  return (
    <div
      role="gridcell"
      {...attributes}
      {...over}
      className={cx(
        "map-cell",
        (hasTools || people.length > 0) && "relative",
        markStyle(mark),
      )}
    >
      <div
        ref={box}
        role={cards.length > 0 ? "list" : undefined}
        className={cx(
          "map-cards",
          isWide && "grid-cols-[repeat(auto-fill,minmax(200px,1fr))]",
        )}
      >
        {withNew(cards, edit).map((card) => (
          <CardItem
            key={card.id}
            card={card}
            attachments={files[cards.indexOf(card)] ?? NO_FILES}
            isSelected={selected === card.id}
            isHeld={held === card.id}
            isPicked={picked.includes(card.id)}
            isOpenable={canOpen && saysMore(card)}
            edit={edit && editedCard(edit) === card.id ? edit : null}
          />
        ))}
      </div>
      {cards.length === 0 && !edit ? <CellHint cell={cell} /> : null}
      <ComingPictures at={cellName(cell)} />
      {hasTools ? <CellTools /> : null}
      <RingOf people={people} />
    </div>
  );
});

/** Whether a card says something besides its words that can be changed where it stands. */
function saysMore({ metric, decision, score, task }: Card): boolean {
  return Boolean(metric ?? decision ?? score ?? task);
}

function filesOf(
  { attachments }: Pick<JourneyMap, "attachments">,
  cards: readonly Card[],
): readonly (readonly Attachment[])[] {
  const files = cards.map(({ id }) => attachments[id] ?? NO_FILES);
  return files.every((list) => list === NO_FILES) ? NO_LISTS : files;
}

function idAmong(
  cards: readonly Card[],
  id: string | undefined,
): string | null {
  return id !== undefined && cards.some((card) => card.id === id) ? id : null;
}

/** As one word, so that a cell in which nothing is chosen stays as it is. */
function pickedAmong(cards: readonly Card[], { picks }: GridState): string {
  if (picks.length === 0) return "";
  return cards
    .filter(({ id }) => isPicked(picks, id))
    .map(({ id }) => id)
    .join(" ");
}

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
  const hint = useMapParts(LANES, (map) => {
    const lane = laneIn(map, cell.row);
    return (cell.columnId && lane?.cellHints[cell.columnId]) ?? "";
  });
  if (!hint) return null;
  return (
    <p className="px-2 py-1.5 text-xs leading-4 hyphens-auto text-ink-3">
      {hint}
    </p>
  );
}

/** What a pointer or finger needs at a cell; the same stands in its menu and on keys. There where either is. */
function CellTools() {
  const { words } = useGridAccess();
  if (!useOffersWriting()) return null;
  const tool =
    "flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-11";
  return (
    <span className="absolute right-1 bottom-0.5 flex">
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
