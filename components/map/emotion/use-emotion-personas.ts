import { useMemo } from "react";
import type { PersonaId } from "@/lib/journey/ids";
import { useCatalogue } from "../drawing/catalogue";
import type { EmotionPersona } from "./lines";

/** The personas of a map, by name and colour. */
export function useEmotionPersonas(
  ids: readonly PersonaId[],
): readonly EmotionPersona[] {
  const { personaOf } = useCatalogue();
  return useMemo(
    () =>
      ids.map((id) => {
        const persona = personaOf(id);
        const { name = "", colour = "grey" } = persona ?? {};
        return { id, name, colour };
      }),
    [ids, personaOf],
  );
}
