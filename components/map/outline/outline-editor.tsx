"use client";

import { useTranslations } from "next-intl";
import { MAX_STRING } from "@/lib/journey/limits";
import { flatten, isTitle } from "../editing/field-text";
import { useEditSession } from "../editing/use-edit-session";
import type { Edit } from "../grid/grid-state";

interface OutlineEditorProps {
  readonly edit: Edit;
  readonly onDone: () => void;
  /** What follows when Enter keeps the text; absent, Enter makes a new line in a card. */
  readonly onEnter?: () => void;
}

/** The field for a text of the list: leaving it keeps what was written, Esc takes it back. */
export function OutlineEditor({ edit, onDone, onEnter }: OutlineEditorProps) {
  const t = useTranslations("map");
  const { attach, read, compose, revert } = useEditSession(edit, onDone);
  const isLine = isTitle(edit);
  return (
    <textarea
      ref={attach}
      rows={1}
      maxLength={MAX_STRING}
      aria-label={t(isLine ? "edit.touchpoint" : "edit.card")}
      className="block field-sizing-content min-h-6 w-full resize-none bg-transparent text-md leading-6 text-inherit outline-none"
      onInput={({ currentTarget }) => {
        if (isLine) flatten(currentTarget);
        read(currentTarget);
      }}
      onCompositionStart={({ currentTarget }) =>
        compose(currentTarget, "start")
      }
      onCompositionEnd={({ currentTarget }) => compose(currentTarget, "end")}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") revert();
        const isKept =
          event.key === "Enter" &&
          (isLine || (onEnter !== undefined && !event.shiftKey));
        if (event.key === "Escape" || isKept) {
          event.preventDefault();
          onDone();
        }
        if (isKept && event.currentTarget.value.trim() !== "") onEnter?.();
      }}
      onBlur={onDone}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
