"use client";

import { useTranslations } from "next-intl";
import { ToggleButton } from "react-aria-components";
import type { PersonaId } from "@/lib/journey/ids";
import { useEmotionPersonas } from "../emotion/use-emotion-personas";
import { LineSample } from "../persona/line-sample";

interface ReadPersonasProps {
  readonly personas: readonly PersonaId[];
  readonly hidden: ReadonlySet<PersonaId>;
  readonly onToggle: (id: PersonaId) => void;
}

/** Whose line is which on a shared map; each can be put aside. */
export function ReadPersonas(props: ReadPersonasProps) {
  const { hidden, onToggle } = props;
  const t = useTranslations("touchpoint.personas");
  const personas = useEmotionPersonas(props.personas);
  return (
    <div
      role="group"
      aria-label={t("title")}
      className="flex flex-wrap gap-1.5 border-b border-line bg-paper px-3 py-1.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[scrollbar-width:none]"
    >
      {personas.map(({ id, name, colour }, index) => (
        <ToggleButton
          key={id}
          isSelected={!hidden.has(id)}
          onChange={() => onToggle(id)}
          className="flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 whitespace-nowrap -outline-offset-2 max-sm:shrink-0 text-sm text-ink-2 hover:bg-hover data-selected:text-ink not-data-selected:line-through pointer-coarse:min-h-11"
        >
          <LineSample {...{ index, colour }} />
          {name || t("unknown")}
        </ToggleButton>
      ))}
    </div>
  );
}
