"use client";

import { useMemo } from "react";
import type { PersonaId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { layoutColumns } from "@/lib/layout/columns";
import { useCatalogue } from "../drawing/catalogue";
import { COLUMN_METRICS } from "../drawing/measures";
import { emotionColumns } from "../emotion/emotion-columns";
import { EmotionLane } from "../emotion/emotion-lane";

const NOBODY: ReadonlySet<PersonaId> = new Set();

/** The curve of a shared map, with its course in words. */
export function ReadEmotions({ map }: { readonly map: JourneyMap }) {
  const { personaOf } = useCatalogue();
  const stages = useMemo(
    () => map.stages.map((stage) => ({ ...stage, collapsed: false })),
    [map.stages],
  );
  const layout = useMemo(() => layoutColumns(stages, COLUMN_METRICS), [stages]);
  const columns = useMemo(
    () => emotionColumns(stages, layout),
    [stages, layout],
  );
  const personas = map.personas.map((id) => ({
    id,
    name: personaOf(id)?.name ?? "",
    colour: personaOf(id)?.colour ?? ("grey" as const),
  }));
  return (
    <div role="cell" style={{ gridColumn: "2 / -1", gridRow: 1 }}>
      <EmotionLane
        columns={columns}
        width={layout.width}
        personas={personas}
        hidden={NOBODY}
        curves={map.curves}
      />
    </div>
  );
}
