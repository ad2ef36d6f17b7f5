"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Edit } from "../grid/grid-state";
import { carriesMore } from "./carries-more";
import { takeDraft } from "./drafts";
import { EditSession } from "./edit-session";
import type { Written } from "./edit-session";
import { fitHeight, followWidth, keepHeight } from "./field-height";
import { takeFigure } from "./figure-of-card";
import { useLostNotice } from "./use-lost-notice";

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
      const draft = takeDraft(edit.target);
      const opened = new EditSession({
        ctx,
        edit,
        since: draft?.since,
        carriesMore: (card) => carriesMore(source.get(), card),
        onChange: (value, mapCaret) => show(element, value, mapCaret),
        onRefused: (reason) =>
          showToast({ text: t(`refused.${reason}`), tone: "danger" }),
      });
      element.value = draft?.text ?? opened.value;
      fitHeight(element);
      element.focus({ preventScroll: true });
      const { length } = element.value;
      element.setSelectionRange(draft?.start ?? length, draft?.end ?? length);
      if (draft) opened.endComposition(draft.text, draft.end);
      element.scrollIntoView?.({ block: "nearest", inline: "nearest" });
      return opened;
    },
  );
  const end = (ending: EditSession | null) => {
    const work = () => {
      const written = ending?.written;
      ending?.close();
      if (ctx && written?.kind === "card")
        takeFigure(ctx, source.get(), asId<CardId>(written.id));
    };
    // What was typed and the figure it turned into are taken back together.
    if (ctx?.undo) ctx.undo.asOne(work);
    else work();
  };
  const stop = useEffectEvent(() => {
    const ending = session.current;
    const written = ending?.written ?? null;
    session.current = null;
    end(ending);
    if (written && !isOnMap(source.get(), written)) tellLost(written);
  });
  useLayoutEffect(() => {
    const element = field.current;
    session.current = element ? start(element) : null;
    const unfollow = element ? followWidth(element) : null;
    return () => {
      unfollow?.();
      stop();
    };
  }, []);

  return {
    attach: useCallback((element) => {
      field.current = element;
    }, []),
    read: (element) => {
      session.current?.input(element.value, element.selectionEnd);
      keepHeight(element);
    },
    compose: (element, phase) => {
      if (phase === "start") session.current?.startComposition();
      else session.current?.endComposition(element.value, element.selectionEnd);
      keepHeight(element);
    },
    undo: () => session.current?.undo(),
    redo: () => session.current?.redo(),
    revert: () => session.current?.revert(),
    close: () => end(session.current),
  };
}

/** Whether a thing is on the map, in sight or not. */
export function isOnMap(
  map: JourneyMap,
  { kind, id }: Pick<Written, "kind" | "id">,
): boolean {
  const isIn = (things: readonly { readonly id: string }[]) =>
    things.some((thing) => thing.id === id);
  switch (kind) {
    case "card":
      return Object.values(map.cells).some(isIn) || isIn(map.tray.cards);
    case "stage":
      return isIn(map.stages);
    case "touchpoint":
      return (
        map.stages.some(({ touchpoints }) => isIn(touchpoints)) ||
        isIn(map.tray.touchpoints)
      );
    case "lane":
      return isIn(map.lanes);
  }
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
  fitHeight(field);
}
