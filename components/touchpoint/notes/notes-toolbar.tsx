"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading,
  Italic,
  List,
  ListOrdered,
  Quote,
  Strikethrough,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { ToggleButton, Toolbar } from "react-aria-components";
import { Tooltip } from "@/components/ui/tooltip";
import { LinkButton } from "./link-button";
import { toolStyle } from "./tool-style";

const TOOLS = [
  {
    id: "heading",
    Icon: Heading,
    do: (editor: Editor) =>
      editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    id: "bold",
    Icon: Bold,
    do: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    id: "italic",
    Icon: Italic,
    do: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: "strike",
    Icon: Strikethrough,
    do: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    id: "bulletList",
    Icon: List,
    do: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: "orderedList",
    Icon: ListOrdered,
    do: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: "blockquote",
    Icon: Quote,
    do: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
] as const;

/** Headings, emphasis, lists, quotes and links; one tab stop, the arrows go between them. */
export function NotesToolbar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("lanes.notes");
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      TOOLS.filter(({ id }) => now.isActive(id))
        .map(({ id }) => id)
        .join(" "),
  });
  return (
    <Toolbar
      aria-label={t("toolbar")}
      className="flex flex-wrap gap-0.5 border-b border-line p-1"
    >
      {TOOLS.map(({ id, Icon, do: run }) => (
        <Tooltip key={id} text={t(`tools.${id}`)}>
          <ToggleButton
            aria-label={t(`tools.${id}`)}
            isSelected={active.split(" ").includes(id)}
            onChange={() => run(editor)}
            className={toolStyle}
          >
            <Icon aria-hidden="true" />
          </ToggleButton>
        </Tooltip>
      ))}
      <LinkButton editor={editor} />
    </Toolbar>
  );
}
