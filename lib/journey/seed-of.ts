import type {
  Attachment,
  Card,
  JourneyMap,
  Lane,
  Touchpoint,
} from "./journey-map";
import { failureBehind } from "./failure-kinds";
import { cellKey } from "./ids";
import type { ColumnId } from "./ids";
import type {
  AttachmentSeed,
  CardSeed,
  JourneySeed,
  LaneSeed,
  TouchpointSeed,
} from "./seed";

/**
 * Turns a map back into a seed, to duplicate it or to keep it as a template; ids become keys.
 *
 * Tray, trash and links stay behind, but for what follows up on a failure; files keep their `fileId`, which whoever copies the map replaces.
 */
export function seedOf(map: JourneyMap): JourneySeed {
  const {
    title,
    scenario,
    customerWord,
    locale,
    state,
    outcome,
    reviewEveryDays,
  } = map.meta;
  return {
    title,
    scenario,
    customerWord,
    locale,
    state,
    outcome,
    breaksOffAt: breaksOffOnGrid(map),
    reviewEveryDays,
    personas: [...map.personas],
    stages: map.stages.map((stage) => ({
      key: stage.id,
      title: stage.title,
      description: stage.description,
      colour: stage.colour,
      touchpoints: stage.touchpoints.map((touchpoint) =>
        touchpointSeed(map, touchpoint),
      ),
      attachments: attachmentSeeds(map, stage.id),
    })),
    lanes: map.lanes.map((lane) => laneSeed(map, lane)),
  };
}

/** What was deleted or waits in the tray stays behind, and so does its mark. */
function breaksOffOnGrid({ meta, stages }: JourneyMap): string | null {
  const isHere = stages.some(({ touchpoints }) =>
    touchpoints.some(({ id }) => id === meta.breaksOffAt),
  );
  return isHere ? meta.breaksOffAt : null;
}

/** The touchpoint on the grid on whose failure another one follows up. */
function recoveredBy({ links, stages }: JourneyMap, id: string) {
  const from = failureBehind(links, id);
  const isHere = stages.some(({ touchpoints }) =>
    touchpoints.some((touchpoint) => touchpoint.id === from),
  );
  return isHere && from !== null ? { recovers: from } : {};
}

function touchpointSeed(
  map: JourneyMap,
  touchpoint: Touchpoint,
): TouchpointSeed {
  const { id, stageId: _stage, checklist, dropOff, ...fields } = touchpoint;
  return {
    ...fields,
    key: id,
    dropOff: dropOff && {
      ...dropOff,
      reasons: dropOff.reasons.map((reason) => ({ ...reason })),
    },
    checklist: checklist.map(({ text, done }) => ({ text, done })),
    channels: [...touchpoint.channels],
    owners: touchpoint.owners.map((owner) => ({ ...owner })),
    emotions: Object.fromEntries(
      Object.entries(touchpoint.emotions).flatMap(([personaId, value]) =>
        value === undefined ? [] : [[personaId, value]],
      ),
    ),
    attachments: attachmentSeeds(map, id),
    ...recoveredBy(map, id),
  };
}

function laneSeed(map: JourneyMap, lane: Lane): LaneSeed {
  const { id, kind, span, title, hint, visibility, height } = lane;
  const columns: ColumnId[] =
    span === "stage"
      ? map.stages.map((stage) => stage.id)
      : map.stages.flatMap((stage) =>
          stage.touchpoints.map((touchpoint) => touchpoint.id),
        );
  const hints = columns.flatMap((column) => {
    const text = lane.cellHints[column];
    return text === undefined ? [] : [[column, text] as const];
  });
  const cards = columns.flatMap((column) => {
    const cell = map.cells[cellKey(id, column)];
    return cell === undefined
      ? []
      : [[column, cell.map((card) => cardSeed(map, card))] as const];
  });
  return {
    key: id,
    kind,
    span,
    title,
    hint,
    visibility,
    height,
    cellHints: Object.fromEntries(hints),
    cards: Object.fromEntries(cards),
    attachments: attachmentSeeds(map, id),
  };
}

function cardSeed(map: JourneyMap, card: Card): CardSeed {
  const { text, colour, metric, decision, score, task } = card;
  const attachments = attachmentSeeds(map, card.id);
  return { text, colour, metric, decision, score, task, attachments };
}

function attachmentSeeds(map: JourneyMap, on: string): AttachmentSeed[] {
  return (map.attachments[on] ?? []).map(seedOfAttachment);
}

function seedOfAttachment(attachment: Attachment): AttachmentSeed {
  const { kind, name, url, fileId, mime, bytes, sha256 } = attachment;
  return { kind, name, url, fileId, mime, bytes, sha256 };
}
