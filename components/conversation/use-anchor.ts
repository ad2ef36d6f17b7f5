"use client";

import { stageIn } from "@/components/map/map-index";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { findCard } from "@/components/touchpoint/card/use-card";
import { findTouchpoint } from "@/components/touchpoint/use-touchpoint";
import type { AnchorRef } from "@/lib/api/comments";
import { asId, type CardId, type TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";

function nameOn(map: JourneyMap, { kind, id }: AnchorRef): string | null {
  if (id === null) return map.meta.title;
  switch (kind) {
    case "stage":
      return stageIn(map, id)?.title ?? null;
    case "touchpoint":
      return findTouchpoint(map, asId<TouchpointId>(id))?.title ?? null;
    case "card":
      return findCard(map, asId<CardId>(id))?.text ?? null;
    case "map":
      return map.meta.title;
  }
}

/** What a thing is called on the live map; null where it is not on it any more. */
export function useAnchorName(anchor: AnchorRef): string | null {
  return useJourneyMap((map) => nameOn(map, anchor));
}
