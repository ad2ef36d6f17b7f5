"use client";

import { useTranslations } from "next-intl";
import { YTextField } from "@/components/room/y-text-field";
import { NotesField } from "../notes/notes-field";
import { Section } from "../section";
import type { SectionPartProps } from "./section-props";

/** What else there is to say: notes, the words people search with, and who does it well elsewhere. */
export function NotesSection({ touchpoint, lang }: SectionPartProps) {
  const t = useTranslations("touchpoint.notes");
  const { id, notes, searchQueries, inspiration } = touchpoint;
  return (
    <Section name="notes" title={t("title")} summary={notes}>
      <NotesField touchpointId={id} text={notes} lang={lang} />
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
