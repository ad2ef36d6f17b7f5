import type {
  Attachment,
  JourneyMap,
  Lane,
  Stage,
  Touchpoint,
} from "@/lib/journey/journey-map";
import type { LaneKind } from "@/lib/journey/vocabulary";

interface MapIndex {
  readonly stages: ReadonlyMap<string, Stage>;
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
  readonly lanes: ReadonlyMap<string, Lane>;
}

// Every cell asks for its column at every change, so the way there is laid once for a list of stages and lanes.
const indexes = new WeakMap<JourneyMap["stages"], Omit<MapIndex, "lanes">>();
const laneIndexes = new WeakMap<JourneyMap["lanes"], MapIndex["lanes"]>();

function columnsOf(stages: JourneyMap["stages"]): Omit<MapIndex, "lanes"> {
  const known = indexes.get(stages);
  if (known) return known;
  const index = {
    stages: new Map<string, Stage>(stages.map((stage) => [stage.id, stage])),
    touchpoints: new Map<string, Touchpoint>(
      stages.flatMap(({ touchpoints }) =>
        touchpoints.map((point) => [point.id, point] as const),
      ),
    ),
  };
  indexes.set(stages, index);
  return index;
}

export function stageIn(
  map: Pick<JourneyMap, "stages">,
  id: string | null,
): Stage | null {
  return (id !== null && columnsOf(map.stages).stages.get(id)) || null;
}

export function touchpointIn(
  map: Pick<JourneyMap, "stages">,
  id: string | null,
): Touchpoint | null {
  return (id !== null && columnsOf(map.stages).touchpoints.get(id)) || null;
}

export function laneIn(
  map: Pick<JourneyMap, "lanes">,
  id: string | null,
): Lane | null {
  if (id === null) return null;
  let index = laneIndexes.get(map.lanes);
  if (!index) {
    index = new Map<string, Lane>(map.lanes.map((lane) => [lane.id, lane]));
    laneIndexes.set(map.lanes, index);
  }
  return index.get(id) ?? null;
}

const NO_FILES: readonly Attachment[] = [];

/** What a lane of this kind shows of the files of a touchpoint: a lane of their own takes them from the messages. */
export function attachmentsIn(
  map: Pick<JourneyMap, "lanes" | "attachments">,
  kind: LaneKind,
  id: string | null,
): readonly Attachment[] {
  const isElsewhere =
    kind === "message" && map.lanes.some((lane) => lane.kind === "evidence");
  return isElsewhere ? NO_FILES : (map.attachments[id ?? ""] ?? NO_FILES);
}
