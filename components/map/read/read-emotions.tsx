"use client";

import { useMemo } from "react";
import { useHiddenPersonas } from "../hidden-personas";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { layoutColumns } from "@/lib/layout/columns";
import { COLUMN_METRICS } from "../drawing/measures";
import { emotionColumns } from "../emotion/emotion-columns";
import { EmotionLane } from "../emotion/emotion-lane";
import { useEmotionPersonas } from "../emotion/use-emotion-personas";

/** The curve of a shared map, with its course in words. */
export function ReadEmotions({ map }: { readonly map: JourneyMap }) {
  const stages = useMemo(
    () => map.stages.map((stage) => ({ ...stage, collapsed: false })),
    [map.stages],
  );
  const layout = useMemo(() => layoutColumns(stages, COLUMN_METRICS), [stages]);
  const columns = useMemo(
    () => emotionColumns(stages, layout),
    [stages, layout],
  );
  const personas = useEmotionPersonas(map.personas);
  return (
    <div role="cell" style={{ gridColumn: "2 / -1", gridRow: 1 }}>
      <EmotionLane
        columns={columns}
        width={layout.width}
        personas={personas}
        hidden={useHiddenPersonas()}
        curves={map.curves}
      />
    </div>
  );
}
