"use client";

import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Badge } from "@/components/ui/badge";
import type { PersonaDetail } from "@/lib/api/personas";
import { ArchivableMenu } from "../archivable-menu";
import { PersonaPicture } from "./persona-picture";

interface PersonaCardProps {
  slug: string;
  persona: PersonaDetail;
  mayEdit: boolean;
  onOpen: () => void;
  onEdit: () => void;
}

/** One persona at a glance: who, what they want, what hurts. */
export function PersonaCard({
  slug,
  persona,
  mayEdit,
  onOpen,
  onEdit,
}: PersonaCardProps) {
  const t = useTranslations("personas");
  const name = persona.name || t("untitled");
  const facts = [persona.household, persona.residence]
    .filter(Boolean)
    .join(" · ");
  return (
    <article className="relative flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 transition-colors duration-100 hover:border-line-strong">
      <header className="flex items-start gap-3">
        <PersonaPicture {...{ slug, persona }} />
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-3 text-base hyphens-auto">
            <AriaButton
              onPress={onOpen}
              className="text-left after:absolute after:inset-0 after:rounded-lg"
            >
              {name}
            </AriaButton>
          </h2>
          {facts ? (
            <p className="truncate text-xs text-ink-3">{facts}</p>
          ) : null}
        </div>
        {mayEdit ? (
          <span className="relative z-10 -mt-1 -mr-1.5">
            <ArchivableMenu
              of="personas"
              path={`/workspaces/${slug}/personas/${persona.id}`}
              name={name}
              isArchived={persona.archivedAt !== null}
              onEdit={onEdit}
            />
          </span>
        ) : null}
      </header>
      {persona.summary ? (
        <p className="line-clamp-3 text-ink-2 hyphens-auto">
          {persona.summary}
        </p>
      ) : null}
      <dl className="flex flex-col gap-2 text-sm">
        {(["goals", "pains"] as const).map((field) =>
          persona[field] ? (
            <div key={field}>
              <dt className="text-xs text-ink-3">{t(`field.${field}`)}</dt>
              <dd className="line-clamp-2 hyphens-auto">{persona[field]}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <footer className="mt-auto flex flex-wrap items-center gap-1.5 pt-1">
        {persona.draft ? <Badge tone="warning">{t("draft")}</Badge> : null}
        {persona.form === "customer-type" ? (
          <Badge>{t("form.customer-type")}</Badge>
        ) : null}
        <Badge>{t("journeys", { count: persona.journeys })}</Badge>
      </footer>
    </article>
  );
}
