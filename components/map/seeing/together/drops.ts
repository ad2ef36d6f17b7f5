import { placeOf } from "../../grid/places";
import type { Place, Subject } from "../../grid/places";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { cellKey } from "@/lib/journey/ids";
import type { Presence, PresenceUser } from "@/lib/protocol/presence";

/** What another is about to put where. */
export interface Drop {
  readonly who: PresenceUser;
  readonly subject: Subject;
  readonly place: Place;
}

/** What others carry over this map. What they say about things that are not on it is left out. */
export function dropsIn(
  presences: readonly Presence[],
  map: JourneyMap,
): readonly Drop[] {
  return presences.flatMap(({ user, preview }) => {
    if (preview?.kind !== "drag" || !preview.place) return [];
    const place = preview.place as Place;
    const subject = { kind: place.kind, id: preview.id } as Subject;
    const isKnown = placeOf(map, subject) !== null && isOnMap(map, place);
    return isKnown ? [{ who: user, subject, place }] : [];
  });
}

function isOnMap(map: JourneyMap, place: Place): boolean {
  const has = (list: readonly { readonly id: string }[] | undefined) =>
    place.before === null ||
    (list?.some(({ id }) => id === place.before) ?? false);
  switch (place.kind) {
    case "stage":
      return has(map.stages);
    case "lane":
      return has(map.lanes);
    case "touchpoint": {
      const stage = map.stages.find(({ id }) => id === place.stageId);
      return stage !== undefined && has(stage.touchpoints);
    }
    case "card": {
      const { laneId, columnId } = place;
      const isLane = map.lanes.some(({ id }) => id === laneId);
      const isColumn = map.stages.some(
        ({ id, touchpoints }) =>
          id === columnId ||
          touchpoints.some((touchpoint) => touchpoint.id === columnId),
      );
      return isLane && isColumn && has(map.cells[cellKey(laneId, columnId)]);
    }
  }
}
