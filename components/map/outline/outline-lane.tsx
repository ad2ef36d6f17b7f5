"use client";

import { Check, ChevronRight, Plus, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { CommentMark } from "@/components/conversation/comment-mark";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { CellKey, ColumnId } from "@/lib/journey/ids";
import type {
  Attachment,
  Card,
  JourneyMap,
  Lane,
} from "@/lib/journey/journey-map";
import { CardFace, cardStyle } from "../drawing/card-face";
import { LaneIcon } from "../drawing/lane-icon";
import { CardMenu } from "./card-menu";
import { LaneMenu } from "./structure-menus";
import { MarkBadges } from "../read/read-marks";
import { isTextOf, newCardIn, textTarget } from "./outline-write";
import type { Openers, OutlineWrite } from "./outline-write";

interface OutlineLaneProps {
  readonly map: JourneyMap;
  readonly lane: Lane;
  readonly columnId: ColumnId;
  readonly write: OutlineWrite | null;
  readonly open: Openers | null;
}

const NONE: readonly Attachment[] = [];

/** The cards of one lane at one column. */
export function OutlineLane(props: OutlineLaneProps) {
  const { map, lane, columnId, write, open } = props;
  const t = useTranslations("map");
  const cards = map.cells[`${lane.id}:${columnId}` as CellKey] ?? [];
  const born = newCardIn(write?.target ?? null, lane.id, columnId);
  if (cards.length === 0 && !write) return null;
  const hint = lane.cellHints[columnId];
  return (
    <div className="border-b border-line px-4 py-3">
      <h4 className="flex items-center gap-1.5 text-xs font-medium text-ink-2">
        <LaneIcon kind={lane.kind} className="size-3.5" />
        {lane.title || t(`lane.${lane.kind}.name`)}
        {write ? <LaneMenu {...{ lane, write }} /> : null}
        {write ? (
          <button
            type="button"
            onClick={() => write.addCard(lane.id, columnId)}
            aria-label={`${t("add.card")}: ${lane.title}`}
            className="-my-2 -mr-2 ml-auto flex size-11 items-center justify-center rounded-md text-ink-3"
          >
            <Plus aria-hidden="true" className="size-4" />
          </button>
        ) : null}
      </h4>
      <MarkBadges place={`${lane.id}:${columnId}`} />
      {hint && cards.length === 0 && !born ? (
        <p className="mt-1 text-xs text-ink-3">{hint}</p>
      ) : null}
      {cards.length > 0 || born ? (
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {cards
            .filter(({ id }) => id !== born?.cardId)
            .map((card) => (
              <OutlineCard
                key={card.id}
                card={card}
                attachments={map.attachments[card.id] ?? NONE}
                {...{ write, open }}
              />
            ))}
          {born && write ? (
            <li className="rounded-sm border border-accent-line px-2 py-1.5 text-base">
              {write.renderEditor({ target: born, replace: false })}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

interface OutlineCardProps {
  readonly card: Card;
  readonly attachments: readonly Attachment[];
  readonly write: OutlineWrite | null;
  readonly open: Openers | null;
}

function OutlineCard({ card, attachments, write, open }: OutlineCardProps) {
  const t = useTranslations("map.menu");
  const target = textTarget(card);
  const isEditing = write !== null && isTextOf(write.target, card.id);
  return (
    <li
      data-colour={card.colour ?? undefined}
      className={cx(cardStyle(card), "flex gap-1")}
    >
      <div className="min-w-0 flex-1 text-base leading-6">
        <CardFace
          card={card}
          attachments={attachments}
          editor={
            isEditing
              ? write.renderEditor({ target, replace: false })
              : undefined
          }
          onTap={write ? () => write.edit(target) : undefined}
        />
        <CommentMark kind="card" id={card.id} className="-ml-1" />
      </div>
      {isEditing ? null : (
        <div className="-my-1 -mr-1.5 flex shrink-0 items-start">
          {open?.tick ? <Tick card={card} tick={open.tick} /> : null}
          {write ? (
            <CardMenu {...{ card, write }} />
          ) : open ? (
            <IconButton
              label={t("openCard")}
              onPress={() => open.openCard(card.id)}
            >
              <ChevronRight aria-hidden="true" />
            </IconButton>
          ) : null}
        </div>
      )}
    </li>
  );
}

interface TickProps {
  readonly card: Card;
  readonly tick: NonNullable<Openers["tick"]>;
}

/** Says that a task is done, or is not after all. */
function Tick({ card, tick }: TickProps) {
  const t = useTranslations("lanes.facts");
  const { task } = card;
  if (!task) return null;
  const isDone = task.status === "done";
  return (
    <IconButton
      label={t(isDone ? "reopen" : "tick")}
      onPress={() => tick(card)}
    >
      {isDone ? <Undo2 aria-hidden="true" /> : <Check aria-hidden="true" />}
    </IconButton>
  );
}
