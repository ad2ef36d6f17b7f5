import { useCallback } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type { EntityId, TouchpointId } from "@/lib/journey/ids";
import type {
  Attachment,
  JourneyMap,
  Stage,
  Touchpoint,
} from "@/lib/journey/journey-map";
import { setTouchpoint, type TouchpointPatch } from "@/lib/journey/touchpoints";

/** A touchpoint wherever it stands, in the tray too; null where it is gone. */
export function findTouchpoint(
  map: Pick<JourneyMap, "stages" | "tray">,
  id: TouchpointId,
): Touchpoint | null {
  for (const { touchpoints } of map.stages) {
    const found = touchpoints.find((touchpoint) => touchpoint.id === id);
    if (found) return found;
  }
  return (
    map.tray.touchpoints.find((touchpoint) => touchpoint.id === id) ?? null
  );
}

export function useTouchpoint(id: TouchpointId): Touchpoint | null {
  return useJourneyMap((map) => findTouchpoint(map, id));
}

/** The stage that a touchpoint stands in. */
export function useStageOf(id: TouchpointId): Stage | null {
  return useJourneyMap(
    (map) =>
      map.stages.find(({ touchpoints }) =>
        touchpoints.some((touchpoint) => touchpoint.id === id),
      ) ?? null,
  );
}

const NONE: readonly Attachment[] = [];

export function useAttachments(on: EntityId): readonly Attachment[] {
  return useJourneyMap((map) => map.attachments[on] ?? NONE);
}

/** Sets registers of one touchpoint; null clears. */
export function useSetTouchpoint(
  id: TouchpointId,
): (patch: TouchpointPatch) => void {
  const { run } = useCommands();
  return useCallback(
    (patch) =>
      void run((ctx) => setTouchpoint(ctx, { touchpointId: id, patch })),
    [run, id],
  );
}
