"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCommands } from "@/components/room/use-commands";
import type { FieldSource } from "@/components/room/bound-field";
import { BoundField, YTextField } from "@/components/room/y-text-field";
import type { TouchpointId } from "@/lib/journey/ids";
import { notesOf, setNotesText } from "@/lib/journey/notes";
import { trackText } from "@/lib/journey/undo";
import { NotesBinding } from "../notes-binding";
import { Section } from "../section";
import type { SectionPartProps } from "./section-props";

/** What else there is to say: notes, the words people search with, and who does it well elsewhere. */
export function NotesSection({ touchpoint, lang }: SectionPartProps) {
  const t = useTranslations("touchpoint.notes");
  const { id, notes, searchQueries, inspiration } = touchpoint;
  const source = useNotesSource(id);
  return (
    <Section name="notes" title={t("title")} summary={notes}>
      <BoundField
        source={source}
        value={notes}
        label={t("notes")}
        placeholder={t("notesHint")}
        rows={4}
        lang={lang}
      />
      <YTextField
        textRef={{ kind: "touchpoint", id, field: "searchQueries" }}
        value={searchQueries}
        label={t("searchQueries")}
        placeholder={t("searchQueriesHint")}
        rows={2}
        lang={lang}
      />
      <YTextField
        textRef={{ kind: "touchpoint", id, field: "inspiration" }}
        value={inspiration}
        label={t("inspiration")}
        placeholder={t("inspirationHint")}
        rows={2}
        lang={lang}
      />
    </Section>
  );
}

function useNotesSource(touchpointId: TouchpointId): FieldSource | null {
  const { ctx } = useCommands();
  return useMemo(() => {
    const notes = ctx && notesOf(ctx.doc, touchpointId);
    if (!notes || !ctx.undo) return null;
    const { origin, undo } = ctx;
    // Each keystroke is a write; what joins the undo stack is the session as a whole.
    const silent = { ...ctx, undo: undefined };
    return {
      bind: (onChange) =>
        new NotesBinding({
          notes,
          write: (text) => setNotesText(silent, { touchpointId, text }),
          onChange,
        }),
      track: () => trackText(undo, notes, { origin, entity: touchpointId }),
    };
  }, [ctx, touchpointId]);
}
