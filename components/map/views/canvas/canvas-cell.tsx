"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { JourneyMap, Lane, Stage } from "@/lib/journey/journey-map";
import type { CanvasCell } from "@/lib/views/canvas-sheet";
import { newCardIn } from "../../outline/outline-write";
import type { ViewWrite } from "../view-props";
import { CanvasCard } from "./canvas-card";

interface CanvasCellFaceProps {
  readonly map: JourneyMap;
  readonly lane: Lane;
  /** What the lane is called, also where it has no title of its own. */
  readonly name: string;
  readonly stage: Stage | undefined;
  readonly cell: CanvasCell;
  readonly write: ViewWrite | null;
}

/** One box of the sheet; Enter keeps what is written and begins the next card. */
export function CanvasCellFace(props: CanvasCellFaceProps) {
  const { map, lane, name, stage, cell, write } = props;
  const t = useTranslations("map");
  const { stageId } = cell;
  const born = newCardIn(write?.target ?? null, lane.id, stageId);
  const cards = cell.cards.filter(({ id }) => id !== born?.cardId);
  const isEmpty = cards.length === 0 && !born;
  const add = () => write?.addCard(lane.id, stageId);
  return (
    <td className="h-32 border-r border-b border-line-strong p-2 align-top last-of-type:border-r-0">
      <div className="flex h-full flex-col gap-2">
        {isEmpty && cell.hint ? (
          <p className="px-1 text-[0.8em] hyphens-auto text-ink-3">
            {cell.hint}
          </p>
        ) : null}
        {isEmpty ? null : (
          <ul className="flex flex-col gap-2">
            {cards.map((card) => (
              <CanvasCard key={card.id} {...{ map, card, write }} />
            ))}
            {born && write ? (
              <li className="rounded-md border-2 border-accent bg-surface px-2.5 py-1.5">
                {write.renderEditor({ target: born, replace: false }, add)}
              </li>
            ) : null}
          </ul>
        )}
        {write ? (
          <button
            type="button"
            onClick={add}
            aria-label={`${t("add.card")}: ${name}, ${stage?.title || t("untitled.stage")}`}
            className={cx(
              "flex min-h-9 w-full items-center justify-center rounded-md border border-dashed border-transparent text-ink-3 hover:border-line-strong hover:bg-hover hover:text-ink focus-visible:border-line-strong pointer-coarse:min-h-11",
              isEmpty && "flex-1",
            )}
          >
            <Plus aria-hidden="true" className="size-5" />
          </button>
        ) : null}
      </div>
    </td>
  );
}
