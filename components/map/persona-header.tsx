"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import type { PersonaId } from "@/lib/journey/ids";
import { LazyPersonaAdder } from "./persona/lazy-persona-adder";
import { PersonaChip } from "./persona/persona-chip";

interface PersonaHeaderProps {
  /** Whose curves this reader has put aside. */
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (personaId: PersonaId) => void;
}

/** Whom the map is about: each with their facts and their curve; a map without anyone asks. */
export function PersonaHeader({ hidden, onToggle }: PersonaHeaderProps) {
  const t = useTranslations("touchpoint.personas");
  const personas = useJourneyMap((map) => map.personas);
  const canWrite = useCanWrite();
  const isEmpty = personas.length === 0;
  return (
    <div
      role="group"
      aria-label={t("title")}
      className="flex min-w-0 items-center gap-1 sm:max-w-[60%] sm:shrink-0"
    >
      {isEmpty ? null : (
        <div
          data-many={personas.length > 1 || undefined}
          className="group/personas -m-0.5 flex min-w-0 gap-1 overflow-x-auto p-0.5 [scrollbar-width:none] max-sm:-ml-3 max-sm:pl-3"
        >
          {personas.map((personaId, index) => (
            <PersonaChip
              key={personaId}
              personaId={personaId}
              index={index}
              isShown={!hidden.has(personaId)}
              onToggle={() => onToggle(personaId)}
            />
          ))}
        </div>
      )}
      {canWrite ? (
        <Popover
          label={isEmpty ? t("ask") : t("add")}
          className="w-80"
          trigger={
            isEmpty ? (
              <Button variant="primary" size="sm">
                <UserRoundPlus aria-hidden="true" />
                {t("ask")}
              </Button>
            ) : (
              <IconButton label={t("add")}>
                <UserRoundPlus aria-hidden="true" />
              </IconButton>
            )
          }
        >
          {(close) => <LazyPersonaAdder isFirst={isEmpty} onClose={close} />}
        </Popover>
      ) : null}
    </div>
  );
}
