"use client";

import { useEffect, useEffectEvent } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { useReadingMode } from "@/components/room/reading-mode";
import { useRoomState } from "@/components/room/use-room-state";
import { showToast } from "@/components/ui/toast";
import type { RefusalReason } from "@/lib/journey/command";
import { textOf } from "@/lib/journey/texts";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import { ENDED_ON_PURPOSE } from "@/lib/protocol/close-codes";
import { leaveDraft } from "../editing/drafts";
import { isOnMap } from "../editing/use-edit-session";
import { useLostNotice } from "../editing/use-lost-notice";
import { useWordsBack } from "../editing/use-words-back";
import type { GridStore } from "../grid/grid-store";
import { cellOf } from "../grid/shape";
import { earlyOf, ownerOf } from "./early";
import type { Early, EarlyDraft, EarlyText } from "./early";
import { storedEarly } from "./stored-early";
import { pointOf, targetOf, writeEarly } from "./write-early";

const gridOf = () => document.querySelector("[role=grid]");

/** Takes over what was written on the page before it was alive: what is being written, and what was finished. */
export function LateEarly({ store }: { readonly store: GridStore }) {
  const { journeyId, me, source } = useRoom();
  const { ctx } = useCommands();
  const t = useTranslations("map");
  const room = useTranslations("room");
  const tellLost = useLostNotice();
  const wordsBack = useWordsBack();
  const { isReading } = useReadingMode();
  // Whoever signed out leaves nothing on this device, and may copy what is in sight.
  const isRefused = useRoomState(
    ({ canEdit, closedBy }) =>
      !canEdit || closedBy?.reason === ENDED_ON_PURPOSE,
  );
  // It may open again, and until then the words stay where they are.
  const isClosed = useRoomState(({ closedBy }) => closedBy !== null);
  const owner = ownerOf(journeyId, me.id);

  const lose = (early: Early, text: EarlyText) => {
    early.release(text.card);
    const words = text.text.trim();
    if (words !== "")
      tellLost({ kind: "card", id: text.card, words }, { isNew: text.isNew });
  };

  const giveBack = (
    early: Early,
    { card, text: all }: EarlyText,
    why: "refused" | "taken",
  ) => {
    early.release(card);
    if (all.trim() === "") return;
    const { text, other } = wordsBack(all.trim());
    const notice = t(`early.${why}`, { text });
    showToast({ text: notice, tone: "danger", other });
  };

  /** Whether a card is there, in sight or not; one that is to be may exist already, in a copy of this tab. */
  const isThere = ({ card: id }: EarlyText) =>
    isOnMap(source.get(), { kind: "card", id });

  const write = (early: Early, text: EarlyText) => {
    const target = targetOf(text, source.get());
    if (!ctx) return;
    if (text.isNew && isThere(text)) {
      const ref = { kind: "card", id: asId<CardId>(text.card) } as const;
      const has = textOf(ctx.doc, ref)?.toString().includes(text.text.trim());
      if (has) return early.release(text.card);
      return giveBack(early, text, "taken");
    }
    if (!target || (!text.isNew && !isThere(text))) return lose(early, text);
    let isTaken = true;
    const onRefused = (reason: RefusalReason) => {
      isTaken = false;
      showToast({ text: room(`refused.${reason}`), tone: "danger" });
    };
    flushSync(() => writeEarly(text, { ctx, source, target, onRefused }));
    if (isTaken) early.release(text.card);
    else lose(early, text);
  };

  /** The field opens in its cell with the same words and the same caret, before another key can come. */
  const goOn = (early: Early, draft: EarlyDraft) => {
    const card = asId<CardId>(draft.card);
    const target = targetOf(draft, source.get());
    const point = draft.isNew ? pointOf(draft) : store.view().whereIs(card);
    // Where the cell is folded or filtered out no field can open.
    const cell = point && cellOf(store.getShape(), point);
    const isDrawn = point !== null && cell?.role === "cards";
    if (!target || !isDrawn || (draft.isNew && isThere(draft)))
      return write(early, draft);
    const { base: since, text, start, end } = draft;
    leaveDraft(target, { since, text, start, end });
    early.release(draft.card);
    flushSync(() => {
      const on = draft.isNew ? null : card;
      store.dispatch({ type: "select", point, card: on, extend: false });
      store.dispatch({ type: "edit", target, replace: false });
    });
  };

  const takeOver = useEffectEvent((early: Early) => {
    const isShut = isRefused || isClosed || isReading;
    early.allow(ctx !== null || isShut);
    const isHere = ({ row }: EarlyText) =>
      early.isAwake(row) || !gridOf() || !hasRow(row);
    if (isRefused) {
      for (const text of early.kept()) giveBack(early, text, "refused");
      const draft = early.draft();
      if (draft && draft !== "composing") giveBack(early, draft, "refused");
    }
    if (ctx) {
      for (const text of early.kept()) if (isHere(text)) write(early, text);
      const draft = early.draft();
      if (draft && draft !== "composing" && isHere(draft))
        if (gridOf()) goOn(early, draft);
        else write(early, draft);
    }
    const isIdle = early.kept().length === 0 && early.draft() === null;
    const isWhole = store.getShape().rows.every(early.isAwake) || !gridOf();
    if (isIdle && (isShut || (ctx && isWhole))) early.end();
  });

  useEffect(() => {
    const early = earlyOf(owner) ?? storedEarly(owner);
    if (!early) return;
    const stop = early.follow(() => takeOver(early));
    for (const row of early.rows()) wake(row);
    // Not within an effect, where nothing can be drawn at once.
    queueMicrotask(() => takeOver(early));
    return stop;
  }, [owner, ctx, isRefused, isClosed, isReading]);
  return null;
}

const hasRow = (row: string) =>
  document.querySelector(`[role=grid] [data-row="${CSS.escape(row)}"]`) !==
  null;

/** React brings to life first what the pointer is caught by, and nobody else listens for that. */
function wake(row: string): void {
  const cell = document.querySelector(
    `[role=grid] [data-row="${CSS.escape(row)}"]`,
  );
  cell?.dispatchEvent(new Event("gotpointercapture", { bubbles: true }));
}
