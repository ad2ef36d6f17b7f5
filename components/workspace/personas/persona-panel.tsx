"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { EvidenceList } from "@/components/evidence/evidence-list";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SidePanel } from "@/components/ui/side-panel";
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail } from "@/lib/api/personas";
import { fieldsOf } from "./persona-fields";
import { PersonaPicture } from "./persona-picture";
import { usePersonaWords } from "./use-persona-words";

interface PersonaPanelProps {
  slug: string;
  persona: PersonaDetail;
  channels: readonly ChannelListItem[];
  mayEdit: boolean;
  mayBringEvidence: boolean;
  onEdit: () => void;
  onClose: () => void;
}

/** A piece that is brought here is about this persona alone. */
const NOBODY_ELSE: readonly never[] = [];

/** Everything that is known about a persona, to read. */
export function PersonaPanel(props: PersonaPanelProps) {
  const { slug, persona, channels, mayEdit, onEdit, onClose } = props;
  const evidence = useTranslations("evidence");
  const t = useTranslations("personas");
  const { words } = usePersonaWords(channels);
  const name = persona.name || t("untitled");
  const shownAbove = new Set([
    t("field.name"),
    t("form.label"),
    t("field.summary"),
    t("field.colour"),
  ]);
  const facts = Object.entries(words(fieldsOf(persona))).filter(
    ([label, text]) => text !== "" && !shownAbove.has(label),
  );
  return (
    <SidePanel
      isOpen
      label={name}
      title={name}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        mayEdit ? (
          <Button size="sm" onPress={onEdit}>
            <Pencil aria-hidden="true" />
            {t("edit")}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-6 p-5">
        <div className="flex items-center gap-4">
          <PersonaPicture {...{ slug, persona }} />
          <div className="flex min-w-0 flex-wrap gap-1.5">
            {persona.draft ? <Badge tone="warning">{t("draft")}</Badge> : null}
            <Badge>{t(`form.${persona.form}`)}</Badge>
            <Badge>{t("journeys", { count: persona.journeys })}</Badge>
          </div>
        </div>
        {persona.summary ? (
          <p className="text-md whitespace-pre-line hyphens-auto">
            {persona.summary}
          </p>
        ) : null}
        <dl className="flex flex-col gap-4">
          {facts.map(([label, text]) => (
            <div key={label}>
              <dt className="text-xs font-medium text-ink-3">{label}</dt>
              <dd className="mt-0.5 whitespace-pre-line hyphens-auto">
                {text}
              </dd>
            </div>
          ))}
        </dl>
        <section className="flex flex-col gap-3 border-t border-line pt-4">
          <h3 className="text-sm">{evidence("title")}</h3>
          <EvidenceList
            slug={slug}
            about={{ kind: "persona", personaId: persona.id }}
            personas={NOBODY_ELSE}
            mayBring={props.mayBringEvidence}
            mayUpload={mayEdit}
          />
        </section>
      </div>
    </SidePanel>
  );
}
