"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type * as Y from "yjs";
import type { FieldSource } from "@/components/room/bound-field";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { BoundField } from "@/components/room/y-text-field";
import { onDemand } from "@/components/ui/on-demand";
import { useLoaded } from "@/components/ui/use-loaded";
import type { CommandContext } from "@/lib/journey/command";
import type { TouchpointId } from "@/lib/journey/ids";
import { notesOf, setNotesText } from "@/lib/journey/notes";
import { trackText } from "@/lib/journey/undo";
import { NotesBinding } from "../notes-binding";

interface NotesFieldProps {
  readonly touchpointId: TouchpointId;
  /** The words alone. */
  readonly text: string;
  readonly lang: string;
}

const editor = onDemand(() => import("./editor"));

/**
 * The notes of a touchpoint with their formatting, in an editor that is loaded when they are first looked at. Where it
 * cannot be had, or knows less than the notes hold, they are plain text that leaves their formatting alone.
 */
export function NotesField({ touchpointId, text, lang }: NotesFieldProps) {
  const t = useTranslations("touchpoint.notes");
  const { client } = useRoom();
  const { ctx } = useCommands();
  const [hasFailed, setFailed] = useState(false);
  const loaded = useLoaded(editor, () => setFailed(true));
  const notes = client && notesOf(client.doc, touchpointId);
  const look = { label: t("notes"), placeholder: t("notesHint"), lang };
  if (notes && loaded?.isKnown(notes))
    return ctx ? (
      <loaded.RichNotes {...{ ...look, touchpointId, notes, ctx }} />
    ) : (
      <loaded.ReadNotes {...{ ...look, notes }} />
    );
  return (
    <PlainNotes
      {...{ ...look, touchpointId, text, notes }}
      ctx={loaded || hasFailed ? ctx : null}
    />
  );
}

interface PlainNotesProps extends NotesFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly notes: Y.XmlFragment | null;
  readonly ctx: CommandContext | null;
}

function PlainNotes(props: PlainNotesProps) {
  const { touchpointId, text, notes, ctx, ...look } = props;
  const source = useMemo<FieldSource | null>(() => {
    if (!notes || !ctx?.undo) return null;
    const { origin, undo } = ctx;
    // Each keystroke is a write; what joins the undo stack is the session as a whole.
    const silent = { ...ctx, undo: undefined };
    return {
      bind: (onChange) =>
        new NotesBinding({
          notes,
          write: (next) => setNotesText(silent, { touchpointId, text: next }),
          onChange,
        }),
      track: () => trackText(undo, notes, { origin, entity: touchpointId }),
    };
  }, [ctx, notes, touchpointId]);
  return <BoundField source={source} value={text} rows={4} {...look} />;
}
