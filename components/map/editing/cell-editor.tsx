"use client";

import { useTranslations } from "next-intl";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { cx } from "@/components/ui/cx";
import { MAX_STRING } from "@/lib/journey/limits";
import type { Edit } from "../grid/grid-state";
import { useGridAccess } from "../grid/grid-context";
import { editingMeaning } from "../grid/key-intents";
import { pressOf } from "../grid/key-press";
import { carriesMore } from "./carries-more";
import { EditSession } from "./edit-session";

interface CellEditorProps {
  readonly edit: Edit;
  readonly label:
    "card" | "newCard" | "stage" | "touchpoint" | "lane" | "message";
  readonly className?: string;
}

/** The one field of the grid, standing where the words stand that are being written. */
export function CellEditor({ edit, label, className }: CellEditorProps) {
  const t = useTranslations("map");
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useRef<EditSession | null>(null);
  const { store } = useGridAccess();
  const isTitle =
    edit.target.kind === "text" &&
    "field" in edit.target.ref &&
    edit.target.ref.field === "title";
  useSession(edit, field, session);

  const read = () => {
    const { current } = field;
    if (!current) return;
    if (isTitle && current.value.includes("\n")) flatten(current);
    session.current?.input(current.value, current.selectionEnd);
    grow(current);
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    const meaning = editingMeaning(pressOf(event));
    if (meaning === null) return;
    if (meaning === "new-line") {
      if (isTitle) event.preventDefault();
      else if (event.altKey) insertLine(event, read);
      return;
    }
    event.preventDefault();
    if (meaning === "cancel") {
      session.current?.revert();
      store.dispatch({ type: "leave" });
    } else if (meaning.type === "undo") session.current?.undo();
    else if (meaning.type === "redo") session.current?.redo();
    else if (meaning.type === "commit") finish(meaning.then);
  };

  const finish = (then: "down" | "right" | "left" | "stay" | "another") => {
    // Closed before the next cell is chosen, so that what was written stands there already.
    session.current?.close();
    store.dispatch({ type: "commit", then });
  };

  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={t(`edit.${label}`)}
      maxLength={MAX_STRING}
      data-editor=""
      className={cx(
        "-mx-1 -my-0.5 block w-[calc(100%+0.5rem)] resize-none overflow-hidden rounded-xs bg-transparent px-1 py-0.5",
        "field-sizing-content text-inherit outline-none",
        className,
      )}
      onInput={read}
      onCompositionStart={() => session.current?.startComposition()}
      onCompositionEnd={({ currentTarget }) => {
        session.current?.endComposition(
          currentTarget.value,
          currentTarget.selectionEnd,
        );
        grow(currentTarget);
      }}
      onKeyDown={handleKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => {
        // The window may have lost the focus, not the field.
        if (
          document.activeElement !== currentTarget &&
          store.getState().edit === edit
        )
          finish("stay");
      }}
    />
  );
}

function useSession(
  edit: Edit,
  field: React.RefObject<HTMLTextAreaElement | null>,
  session: React.RefObject<EditSession | null>,
): void {
  const { ctx } = useCommands();
  const { source } = useRoom();
  const { store } = useGridAccess();
  const start = useEffectEvent(() => {
    const { current } = field;
    if (!ctx || !current) {
      store.dispatch({ type: "leave" });
      return;
    }
    session.current = new EditSession({
      ctx,
      edit,
      carriesMore: (card) => carriesMore(source.get(), card),
      onChange: (value, mapCaret) => show(current, value, mapCaret),
    });
    current.value = session.current.value;
    grow(current);
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
    current.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  useLayoutEffect(() => {
    start();
    return () => {
      session.current?.close();
      session.current = null;
    };
  }, [edit, session]);
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

/** A title is one line, whatever is pasted into it. */
function flatten(field: HTMLTextAreaElement): void {
  const caret = field.selectionEnd;
  field.value = field.value.replaceAll("\n", " ");
  field.setSelectionRange(caret, caret);
}

function insertLine(
  event: KeyboardEvent<HTMLTextAreaElement>,
  read: () => void,
): void {
  event.preventDefault();
  const { currentTarget } = event;
  const { selectionStart, selectionEnd } = currentTarget;
  currentTarget.setRangeText("\n", selectionStart, selectionEnd, "end");
  read();
}

/** For browsers in which a field cannot size itself by its content. */
function grow(field: HTMLTextAreaElement): void {
  if (typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content"))
    return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
