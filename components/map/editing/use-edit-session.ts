"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useDeleter } from "@/components/room/use-deleter";
import { useRoom } from "@/components/room/room-context";
import { onDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import { copyText } from "@/components/room/copy-text";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Edit } from "../grid/grid-state";
import { carriesMore } from "./carries-more";
import { EditSession } from "./edit-session";
import type { Written } from "./edit-session";
import { takeFigure } from "./figure-of-card";

const revival = onDemand(() => import("../grid/revive"));

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
    close: () => end(session.current),
  };
}

function isOnMap(map: JourneyMap, { kind, id }: Written): boolean {
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

const MAX_QUOTE = 120;

/** A colleague deleted what was being written: the words can be copied, and the thing had back from the trash. */
function useLostNotice(): (written: Written) => void {
  const t = useTranslations("map");
  const common = useTranslations("common");
  const { run } = useCommands();
  const deleterOf = useDeleter();
  const restore = (written: Written): void => {
    const part = revival.get();
    if (part) return void run((ctx) => part.revive(ctx, written));
    revival.load().then(
      () => restore(written),
      () => showToast({ text: common("notLoaded"), tone: "danger" }),
    );
  };
  return (written) => {
    const { words } = written;
    const isLong = words.length > MAX_QUOTE;
    const text = isLong
      ? `${words.slice(0, MAX_QUOTE).toWellFormed()}…`
      : words;
    showToast({
      text: t("deleted.byOtherText", { ...deleterOf(written.id), text }),
      tone: "danger",
      other: {
        label: t("deleted.copy"),
        run: () =>
          void copyText(words).then((isCopied) => {
            if (isCopied) showToast({ text: t("deleted.copied") });
          }),
      },
      action: {
        label: t("deleted.restore"),
        run: () => restore(written),
      },
    });
  };
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
