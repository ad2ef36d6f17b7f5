"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Switch } from "@/components/ui/switch";
import type { PersonaId } from "@/lib/journey/ids";
import type { Colour } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import { PersonaActions } from "./persona-actions";
import { PersonaFacts } from "./persona-facts";

interface PersonaCardProps {
  readonly personaId: PersonaId;
  readonly name: string;
  readonly colour: Colour;
  readonly isFirst: boolean;
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

/** What is known of one persona, the switch of its curve, and what can be done with it. */
export function PersonaCard(props: PersonaCardProps) {
  const { personaId, name, colour, isFirst, isShown, onToggle, onClose } =
    props;
  const t = useTranslations("touchpoint.personas");
  const persona = useCatalogue().personaOf(personaId);
  return (
    <div className="flex flex-col gap-3">
      <header className="flex items-center gap-2.5">
        <Avatar {...{ id: personaId, name, colour }} size="md" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-md font-semibold">{name}</p>
          {persona?.draft || persona?.archived ? (
            <p className="text-xs text-ink-3">
              {persona.archived ? t("archived") : t("draft")}
            </p>
          ) : null}
        </div>
      </header>
      <PersonaFacts personaId={personaId} />
      <Switch isSelected={isShown} onChange={onToggle}>
        {t("curve")}
      </Switch>
      <PersonaActions {...{ personaId, isFirst }} onDone={onClose} />
    </div>
  );
}
