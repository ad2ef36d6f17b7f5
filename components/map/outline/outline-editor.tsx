"use client";

import { useTranslations } from "next-intl";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import { useRoom } from "@/components/room/room-context";
import type { CommandContext } from "@/lib/journey/command";
import { MAX_STRING } from "@/lib/journey/limits";
import { carriesMore } from "../editing/carries-more";
import { EditSession } from "../editing/edit-session";
import type { Edit } from "../grid/grid-state";

interface OutlineEditorProps {
  readonly edit: Edit;
  readonly ctx: CommandContext;
  readonly onDone: () => void;
}

/** The field for a text of the list: leaving it keeps what was written, Esc takes it back. */
export function OutlineEditor({ edit, ctx, onDone }: OutlineEditorProps) {
  const t = useTranslations("map");
  const { source } = useRoom();
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useRef<EditSession | null>(null);

  const start = useEffectEvent((element: HTMLTextAreaElement) => {
    session.current = new EditSession({
      ctx,
      edit,
      carriesMore: (card) => carriesMore(source.get(), card),
      onChange: (value, mapCaret) => {
        const [from, to] = [element.selectionStart, element.selectionEnd];
        element.value = value;
        element.setSelectionRange(mapCaret(from), mapCaret(to));
      },
    });
    element.value = session.current.value;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
  useLayoutEffect(() => {
    if (field.current) start(field.current);
    return () => {
      session.current?.close();
      session.current = null;
    };
  }, []);

  const isTitle =
    edit.target.kind === "text" &&
    "field" in edit.target.ref &&
    edit.target.ref.field === "title";
  return (
    <textarea
      ref={field}
      rows={1}
      maxLength={MAX_STRING}
      aria-label={t(isTitle ? "edit.touchpoint" : "edit.card")}
      className="block field-sizing-content min-h-6 w-full resize-none bg-transparent text-md leading-6 text-inherit outline-none"
      onInput={({ currentTarget }) =>
        session.current?.input(currentTarget.value, currentTarget.selectionEnd)
      }
      onCompositionStart={() => session.current?.startComposition()}
      onCompositionEnd={({ currentTarget }) =>
        session.current?.endComposition(
          currentTarget.value,
          currentTarget.selectionEnd,
        )
      }
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") session.current?.revert();
        if (event.key === "Escape" || (event.key === "Enter" && isTitle)) {
          event.preventDefault();
          onDone();
        }
      }}
      onBlur={onDone}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
