"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { cx } from "@/components/ui/cx";
import { MAX_STRING } from "@/lib/journey/limits";
import { useGridAccess } from "../grid/grid-context";
import type { Edit } from "../grid/grid-state";
import { editingMeaning } from "../grid/key-intents";
import { pressOf } from "../grid/key-press";
import { FIELD_LOOK } from "./field-look";
import { flatten, insertLine, isTitle } from "./field-text";
import { useEditSession } from "./use-edit-session";

interface CellEditorProps {
  readonly edit: Edit;
  readonly label:
    | "card"
    | "newCard"
    | "stage"
    | "touchpoint"
    | "lane"
    | "message";
  readonly className?: string;
}

/** The one field of the grid, standing where the words stand that are being written. */
export function CellEditor({ edit, label, className }: CellEditorProps) {
  const t = useTranslations("map");
  const { store } = useGridAccess();
  const { attach, read, compose, undo, redo, revert, close } = useEditSession(
    edit,
    () => store.dispatch({ type: "leave" }),
  );
  const isLine = isTitle(edit);

  const finish = (then: "down" | "right" | "left" | "stay" | "another") => {
    // Closed before the next cell is chosen, so that what was written stands there already.
    close();
    store.dispatch({ type: "commit", then });
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    const meaning = editingMeaning(pressOf(event));
    if (meaning === null) return;
    if (meaning === "new-line") {
      if (isLine) event.preventDefault();
      else if (event.altKey) insertLine(event, read);
      return;
    }
    event.preventDefault();
    if (meaning === "cancel") {
      revert();
      store.dispatch({ type: "leave" });
    } else if (meaning.type === "undo") undo();
    else if (meaning.type === "redo") redo();
    else if (meaning.type === "commit") finish(meaning.then);
  };

  return (
    <textarea
      ref={attach}
      rows={1}
      aria-label={t(`edit.${label}`)}
      maxLength={MAX_STRING}
      data-editor=""
      className={cx(FIELD_LOOK, className)}
      onInput={({ currentTarget }) => {
        if (isLine) flatten(currentTarget);
        read(currentTarget);
      }}
      onCompositionStart={({ currentTarget }) =>
        compose(currentTarget, "start")
      }
      onCompositionEnd={({ currentTarget }) => compose(currentTarget, "end")}
      onKeyDown={handleKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => {
        // The window may have lost the focus, not the field.
        const isAway = document.activeElement !== currentTarget;
        if (isAway && store.getState().edit === edit) finish("stay");
      }}
    />
  );
}
