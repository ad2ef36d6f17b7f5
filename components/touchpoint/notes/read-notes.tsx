"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { useEffect } from "react";
import type * as Y from "yjs";
import { notesSchema } from "./notes-schema";
import "./notes.css";

interface ReadNotesProps {
  readonly notes: Y.XmlFragment;
  readonly label: string;
  readonly lang: string;
}

/** The same notes where they may only be read: a copy of them, which can write nothing back. */
export function ReadNotes({ notes, label, lang }: ReadNotesProps) {
  const editor = useEditor({
    extensions: notesSchema,
    editable: false,
    immediatelyRender: true,
    injectCSS: false,
    content: yXmlFragmentToProsemirrorJSON(notes),
    editorProps: { attributes: { lang, class: "notes-text", tabindex: "-1" } },
  });
  useEffect(() => {
    const follow = () =>
      editor?.commands.setContent(yXmlFragmentToProsemirrorJSON(notes));
    notes.observeDeep(follow);
    return () => notes.unobserveDeep(follow);
  }, [editor, notes]);
  return (
    <section aria-label={label} className="flex flex-col gap-1.5">
      <h4 className="text-sm font-medium">{label}</h4>
      <div className="rounded-md border border-line">
        <EditorContent editor={editor} />
      </div>
    </section>
  );
}
