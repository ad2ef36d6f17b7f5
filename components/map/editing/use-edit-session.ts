"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { reviveCard } from "@/lib/journey/cards";
import type { CardId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Edit } from "../grid/grid-state";
import { carriesMore } from "./carries-more";
import { EditSession } from "./edit-session";

export interface FieldSession {
  readonly attach: (field: HTMLTextAreaElement | null) => void;
  readonly read: (field: HTMLTextAreaElement) => void;
  readonly compose: (
    field: HTMLTextAreaElement,
    phase: "start" | "end",
  ) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly revert: () => void;
  readonly close: () => void;
}

/** Opens a session of writing for a field as long as it is on the page. */
export function useEditSession(edit: Edit, onUnable: () => void): FieldSession {
  const t = useTranslations("room");
  const { ctx } = useCommands();
  const { source } = useRoom();
  const tellLost = useLostNotice();
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useRef<EditSession>(null);

  const start = useEffectEvent(
    (element: HTMLTextAreaElement): EditSession | null => {
      if (!ctx) {
        onUnable();
        return null;
      }
      const opened = new EditSession({
        ctx,
        edit,
        carriesMore: (card) => carriesMore(source.get(), card),
        onChange: (value, mapCaret) => show(element, value, mapCaret),
        onRefused: (reason) =>
          showToast({ text: t(`refused.${reason}`), tone: "danger" }),
      });
      element.value = opened.value;
      grow(element);
      element.focus({ preventScroll: true });
      element.setSelectionRange(element.value.length, element.value.length);
      element.scrollIntoView?.({ block: "nearest", inline: "nearest" });
      return opened;
    },
  );
  const stop = useEffectEvent(() => {
    const written = session.current?.written ?? null;
    session.current?.close();
    session.current = null;
    if (written && !isOnMap(source.get(), written)) tellLost(written);
  });
  useLayoutEffect(() => {
    session.current = field.current ? start(field.current) : null;
    return () => stop();
  }, []);

  return {
    attach: useCallback((element) => {
      field.current = element;
    }, []),
    read: (element) => {
      session.current?.input(element.value, element.selectionEnd);
      grow(element);
    },
    compose: (element, phase) => {
      if (phase === "start") session.current?.startComposition();
      else session.current?.endComposition(element.value, element.selectionEnd);
      grow(element);
    },
    undo: () => session.current?.undo(),
    redo: () => session.current?.redo(),
    revert: () => session.current?.revert(),
    close: () => session.current?.close(),
  };
}

function isOnMap(map: JourneyMap, id: CardId): boolean {
  return (
    Object.values(map.cells).some((cards) =>
      cards.some((card) => card.id === id),
    ) || map.tray.cards.some((card) => card.id === id)
  );
}

/** A colleague deleted what was being written; the words lie in the trash and can be had back. */
function useLostNotice(): (card: CardId) => void {
  const t = useTranslations("map");
  const { run } = useCommands();
  return (cardId) =>
    void showToast({
      text: t("deleted.byOther"),
      tone: "danger",
      action: {
        label: t("deleted.restore"),
        run: () => void run((ctx) => reviveCard(ctx, { cardId })),
      },
    });
}

function show(
  field: HTMLTextAreaElement,
  value: string,
  mapCaret: (caret: number) => number,
): void {
  const start = mapCaret(field.selectionStart);
  const end = mapCaret(field.selectionEnd);
  field.value = value;
  field.setSelectionRange(start, end);
  grow(field);
}

/** For browsers in which a field cannot size itself by its content. */
function grow(field: HTMLTextAreaElement): void {
  if (typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content"))
    return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
