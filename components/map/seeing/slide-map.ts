import type { Card, JourneyMap, Lane } from "@/lib/journey/journey-map";
import { cellKey } from "@/lib/journey/ids";
import type { ColumnId } from "@/lib/journey/ids";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { LaneToShow, Slide } from "@/lib/layout/slides";

type Columns = Pick<Slide, "stageId" | "touchpointIds">;

/** The part of a map that is shown at once, drawn as a whole map is. */
export function slideMap(map: JourneyMap, slide: Slide): JourneyMap {
  const { stageId, touchpointIds, laneIds } = slide;
  const wanted = new Set<string>(touchpointIds);
  const shown = new Set<string>(laneIds);
  const stages = map.stages
    .filter(({ id }) => id === stageId)
    .map((stage) => ({
      ...stage,
      touchpoints: stage.touchpoints.filter(({ id }) => wanted.has(id)),
    }));
  const lanes = map.lanes.filter(({ id }) => shown.has(id));
  return { ...map, stages, lanes };
}

/** The lanes that say something of some columns, and about how high they are, in pixels. */
export function spokenLanes(
  map: JourneyMap,
  columns: Columns,
): readonly LaneToShow[] {
  const touchpoints = map.stages
    .flatMap((stage) => stage.touchpoints)
    .filter(({ id }) => columns.touchpointIds.includes(id));
  const lanes = map.lanes.flatMap((lane) => {
    const height = heightOf(map, lane, { ...columns, touchpoints });
    return height === 0 ? [] : [{ id: lane.id, height, kind: lane.kind }];
  });
  // A line separates: with nothing above or below it, it says nothing.
  return lanes.filter(
    ({ kind }, at) =>
      kind !== "line" ||
      (at > 0 && at < lanes.length - 1 && lanes[at + 1]?.kind !== "line"),
  );
}

const LEAST = 64;
const LINE = 36;
const CURVE = 176;
const ROW = 28;
const EDGE = 20;
const TEXT_LINE = 20;
/** Letters beside each other on a card, and on a cell of words. */
const LETTERS = 26;
const PICTURE = 110;

interface Shown extends Columns {
  readonly touchpoints: JourneyMap["stages"][number]["touchpoints"];
}

const linesOf = (text: string): number =>
  text
    .split("\n")
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)),
      0,
    );

/** Zero where it says nothing. */
function heightOf(map: JourneyMap, lane: Lane, shown: Shown): number {
  const { touchpoints } = shown;
  const highest = (heights: readonly number[]) => {
    const most = Math.max(0, ...heights);
    return most === 0 ? 0 : Math.max(LEAST, EDGE + most);
  };
  switch (lane.kind) {
    case "line":
      return LINE;
    case "emotion":
      return touchpoints.some(
        ({ emotions }) => Object.keys(emotions).length > 0,
      )
        ? CURVE
        : 0;
    case "message":
      return highest(
        touchpoints.map(({ message, actualMessage }) =>
          message || actualMessage
            ? (linesOf(message) + linesOf(actualMessage) + 1) * TEXT_LINE
            : 0,
        ),
      );
    case "channel":
      return highest(touchpoints.map(({ channels }) => channels.length * ROW));
    case "stakeholder":
      return highest(touchpoints.map(({ owners }) => owners.length * ROW));
    case "evidence":
      return highest(
        touchpoints.map(({ id }) =>
          map.attachments[id]?.length ? PICTURE : 0,
        ),
      );
    case "touchpoint":
      return highest(
        touchpoints.map(({ title }) => linesOf(title) * TEXT_LINE),
      );
    default:
      return highest(cardHeights(map, lane, shown));
  }
}

function cardHeights(
  map: JourneyMap,
  lane: Lane,
  { stageId, touchpointIds }: Shown,
): readonly number[] {
  if (!LANE_KIND_INFO[lane.kind].holdsCards) return [];
  const cardsIn = (column: string) =>
    (map.cells[cellKey(lane.id, column as ColumnId)] ?? []).map((card) =>
      heightOfCard(map, card),
    );
  if (lane.span === "touchpoint")
    return touchpointIds.map((id) => cardsIn(id).reduce((a, b) => a + b, 0));
  const cards = cardsIn(stageId);
  const beside = Math.max(1, touchpointIds.length);
  const rows = Math.ceil(cards.length / beside);
  return [rows * Math.max(0, ...cards)];
}

function heightOfCard(map: JourneyMap, card: Card): number {
  const facts = card.metric || card.decision || card.score || card.task ? 1 : 0;
  const reason = card.decision?.reason ? linesOf(card.decision.reason) : 0;
  const picture = map.attachments[card.id]?.length ? PICTURE : 0;
  const lines = linesOf(card.text) + facts + reason;
  return lines * TEXT_LINE + EDGE + picture;
}
