"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { YTextField } from "@/components/room/y-text-field";
import type { PersonaId } from "@/lib/journey/ids";
import { PersonaHeader } from "../persona-header";

interface ScenarioBarProps {
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (personaId: PersonaId) => void;
}

/** Whom the map is about and what they want: read before anything else. */
export function ScenarioBar({ hidden, onToggle }: ScenarioBarProps) {
  const t = useTranslations("map");
  const scenario = useJourneyMap((map) => map.meta.scenario);
  const isLocked = useJourneyMap((map) => map.meta.structureLocked);
  const canWrite = useCanWrite();
  return (
    <div
      data-region="scenario"
      className="flex min-h-11 items-center gap-3 border-b border-line bg-paper px-3 py-1.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-1"
    >
      <PersonaHeader hidden={hidden} onToggle={onToggle} />
      {canWrite || scenario ? (
        <YTextField
          textRef={{ kind: "meta", field: "scenario" }}
          value={scenario}
          label={t("header.scenario")}
          isLabelHidden
          placeholder={t("header.scenarioHint")}
          look="plain"
          className="min-w-0 flex-1"
          inputClassName="h-8 truncate text-sm text-ink-2"
        />
      ) : null}
      {isLocked ? (
        <span className="inline-flex shrink-0 items-center gap-1 text-xs text-ink-3">
          <Lock aria-hidden="true" className="size-3.5" />
          {t("header.locked")}
        </span>
      ) : null}
    </div>
  );
}
