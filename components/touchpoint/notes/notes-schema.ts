import { Extension } from "@tiptap/core";
import type { Extensions } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { ySyncPlugin } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { isSafeAddress } from "./clean-paste";

/** What notes are made of. */
export const notesSchema: Extensions = [
  StarterKit.configure({
    // Ctrl+Z is our own: it takes back what this person typed and joins the undo of the whole map.
    undoRedo: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    underline: false,
    trailingNode: false,
    heading: { levels: [3] },
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: isSafeAddress,
      shouldAutoLink: isSafeAddress,
      HTMLAttributes: {
        target: "_blank",
        rel: "noopener noreferrer nofollow",
        class: null,
      },
    },
  }),
];

/** The same, written to and from notes that several people share. */
export function sharedNotes(notes: Y.XmlFragment): Extensions {
  const sync = Extension.create({
    name: "sync",
    addProseMirrorPlugins: () => [ySyncPlugin(notes)],
  });
  return [...notesSchema, sync];
}

const KNOWN_NODES: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "hardBreak",
]);

/**
 * Whether the editor knows everything in these notes. What it does not know it would delete for everybody, so notes
 * that something else wrote are edited as plain text instead.
 */
export function isKnown(notes: Y.XmlFragment): boolean {
  return notes.toArray().every((node) => {
    if (node instanceof Y.XmlElement)
      return KNOWN_NODES.has(node.nodeName) && isKnown(node);
    return node instanceof Y.XmlText;
  });
}
