"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useCommands } from "@/components/room/use-commands";
import { setEmotion } from "@/lib/journey/emotions";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import { speak } from "../grid/speak";
import { useLevelName } from "./levels";

export interface Feeling {
  readonly touchpointId: TouchpointId;
  readonly personaId: PersonaId;
  readonly value: Emotion;
}

/** Whoever was chosen last on this page is offered first. */
let last: PersonaId | null = null;

export const lastFirst = (ids: readonly PersonaId[]): readonly PersonaId[] =>
  last !== null && ids.includes(last)
    ? [last, ...ids.filter((id) => id !== last)]
    : ids;

/** Sets what somebody feels and says whom it was set for: on most cells where a key does that it is not seen. */
export function useFeel(): (feeling: Feeling) => void {
  const t = useTranslations("map");
  const { run } = useCommands();
  const { personaOf } = useCatalogue();
  const levelName = useLevelName();
  return useCallback(
    (feeling) => {
      const done = run((ctx) => setEmotion(ctx, feeling));
      if (!done?.ok) return;
      last = feeling.personaId;
      const name = personaOf(feeling.personaId)?.name ?? t("untitled.any");
      speak(t("feel.done", { name, level: levelName(feeling.value) }));
    },
    [run, personaOf, levelName, t],
  );
}
