"use client";

import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useEffect, useMemo, useRef } from "react";
import type * as Y from "yjs";
import type { CommandContext } from "@/lib/journey/command";
import type { TouchpointId } from "@/lib/journey/ids";
import { trackText, type TextSession } from "@/lib/journey/undo";
import { cleanPaste } from "./clean-paste";
import { NotesToolbar } from "./notes-toolbar";
import { sharedNotes } from "./notes-schema";
import "./notes.css";

export interface RichNotesProps {
  readonly touchpointId: TouchpointId;
  readonly notes: Y.XmlFragment;
  readonly ctx: CommandContext;
  readonly label: string;
  readonly placeholder: string;
  /** The language of the map. */
  readonly lang: string;
}

/** Notes with headings, lists and links that several people write at once. */
export function RichNotes(props: RichNotesProps) {
  const { notes, label, lang, placeholder } = props;
  const session = useSession(props);
  const extensions = useMemo(() => sharedNotes(notes), [notes]);
  const editor = useEditor(
    {
      extensions,
      immediatelyRender: true,
      injectCSS: false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          "aria-placeholder": placeholder,
          lang,
          class: "notes-text",
        },
        transformPastedHTML: cleanPaste,
        handleKeyDown: (_view, event) => takeBack(event, session.current),
      },
      onFocus: session.open,
      onBlur: session.close,
    },
    [extensions, label, lang, placeholder],
  );
  if (!editor) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium">
        {label}
      </span>
      <div className="relative rounded-md border border-control bg-surface focus-within:border-focus focus-within:ring-1 focus-within:ring-focus">
        <NotesToolbar editor={editor} />
        <Placeholder editor={editor} text={placeholder} />
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

function Placeholder({
  editor,
  text,
}: {
  readonly editor: Editor;
  readonly text: string;
}) {
  const isEmpty = useEditorState({
    editor,
    selector: ({ editor: now }) => now.isEmpty,
  });
  return isEmpty ? (
    <p
      aria-hidden="true"
      className="pointer-events-none absolute px-3 py-2 text-ink-3"
    >
      {text}
    </p>
  ) : null;
}

interface Session {
  current: TextSession | null;
  readonly open: () => void;
  readonly close: () => void;
}

/** From focus to blur, one entry on the undo stack of the map. */
function useSession({ touchpointId, notes, ctx }: RichNotesProps): Session {
  const latest = useRef({ touchpointId, notes, ctx });
  useEffect(() => {
    latest.current = { touchpointId, notes, ctx };
  }, [touchpointId, notes, ctx]);
  const session = useMemo<Session>(() => {
    const own: Session = {
      current: null,
      open: () => {
        const { undo } = latest.current.ctx;
        if (own.current || !undo) return;
        // The editor's own transactions carry its key, not the tab's mark.
        own.current = trackText(undo, latest.current.notes, {
          origin: ySyncPluginKey,
          entity: latest.current.touchpointId,
        });
      },
      close: () => {
        own.current?.close();
        own.current = null;
      },
    };
    return own;
  }, []);
  useEffect(() => session.close, [session]);
  return session;
}

/** The browser's own undo would undo over what colleagues typed. */
function takeBack(event: KeyboardEvent, session: TextSession | null): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (!isCommand || (key !== "z" && key !== "y")) return false;
  event.stopPropagation();
  if (key === "y" || event.shiftKey) session?.redo();
  else session?.undo();
  return true;
}
