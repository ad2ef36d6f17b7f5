import { tellingOf } from "@/components/history/places";
import { difference } from "@/lib/journey/difference";
import type { Change, Difference } from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";

/** What a person wrote that the server does not have and will not get by itself. */
export interface Recovered {
  readonly id: string;
  readonly journeyId: string;
  readonly at: number;
  /** Why it was kept: the code of the close. */
  readonly code: number;
  /** Without these changes, and with them; names of places are on either. */
  readonly from: JourneyMap;
  readonly to: JourneyMap;
  readonly changes: Difference;
}

export interface Sides {
  /** What the server had when the work began; null where that is not known. */
  readonly base: JourneyMap | null;
  readonly server: JourneyMap;
  readonly local: JourneyMap;
}

/**
 * The changes of this device that the server lacks. What others did meanwhile is not among them, although the two
 * maps differ in it as well.
 */
export function unsentChanges({ base, server, local }: Sides): Difference {
  const lacking = difference(server, local);
  if (!base) return lacking;
  const own = difference(base, local);
  const names = new Set(own.map(nameOf));
  const touched = new Set<string>(own.flatMap(subjectsOf));
  return lacking.filter((change) => {
    if (names.has(nameOf(change))) return true;
    // Others removed what was written in here: then all of it is what is lacking.
    const isArrival = change.kind === "added" || change.kind === "revived";
    return isArrival && touched.has(change.thing.value.id);
  });
}

/** How many changes are told. */
export const countOf = (list: readonly Recovered[]): number =>
  list.reduce((sum, { changes }) => sum + tellingOf(changes).length, 0);

/** Two changes with one name are about the same thing in the same way. */
function nameOf(change: Change): string {
  switch (change.kind) {
    case "added":
    case "revived":
      return `here ${change.thing.value.id}`;
    case "removed":
      return `gone ${change.thing.value.id}`;
    case "moved":
      return `moved ${change.thing.id}`;
    case "renamed":
    case "text":
      return `text ${JSON.stringify(change.ref)}`;
    case "set":
      return `set ${"id" in change ? change.id : ""} ${change.field}`;
    case "channel":
      return `channel ${change.touchpointId} ${change.channelId} ${change.is}`;
    case "owner":
      return `owner ${change.touchpointId} ${change.stakeholderId}`;
    case "emotion":
      return `emotion ${change.touchpointId} ${change.personaId}`;
    case "check":
      return `check ${change.item.id} ${change.is}`;
    case "persona":
      return `persona ${change.personaId} ${change.is}`;
    case "link":
      return `link ${JSON.stringify(change.link)} ${change.is}`;
  }
}

/** The things that a change is about. */
function subjectsOf(change: Change): string[] {
  switch (change.kind) {
    case "added":
    case "revived":
      return [change.thing.value.id];
    case "moved":
      return [change.thing.id];
    case "renamed":
    case "text":
      if ("touchpointId" in change.ref) return [change.ref.touchpointId];
      return "id" in change.ref ? [change.ref.id] : [];
    case "set":
      return "id" in change ? [change.id] : [];
    case "channel":
    case "owner":
    case "emotion":
    case "check":
      return [change.touchpointId];
    default:
      return [];
  }
}
