import { cellKey } from "@/lib/journey/ids";
import type { ColumnId } from "@/lib/journey/ids";
import type { Card, JourneyMap, Lane } from "@/lib/journey/journey-map";
import type { Span } from "@/lib/journey/vocabulary";
import type { Catalogue } from "../drawing/catalogue";
import { inMapOrder } from "../grid/picks";
import type { Pick } from "../grid/picks";
import { cardsKey } from "../grid/shape";
import type { GridCell } from "../grid/shape";
import { laneIn, stageIn, touchpointIn } from "../map-index";
import type {
  CopiedAttachment,
  CopiedBlock,
  CopiedCard,
} from "@/lib/formats/copied-cells";

export interface Copied {
  readonly texts: string[][];
  readonly block: CopiedBlock;
}

interface Source {
  readonly map: JourneyMap;
  readonly catalogue: Catalogue;
  readonly workspace: string;
  readonly journey: string;
}

/** What the clipboard gets of some cells: their words, and their cards as such. */
export function copyCells(
  cells: readonly (readonly GridCell[])[],
  source: Source,
): Copied {
  const texts = cells.map((row) => row.map((cell) => textOfCell(cell, source)));
  const rows = cells.map((row) =>
    row.map((cell) => cardsOf(cell, source.map).map(copyOf(source))),
  );
  return { texts, block: { ...headOf(source), rows } };
}

/**
 * The same for what was chosen one by one, in the order of the map: all cards come down in one cell, as they do when
 * they are dragged together. Names of touchpoints are copied only where no card is chosen beside them.
 */
export function copyChosen(picks: readonly Pick[], source: Source): Copied {
  const { map } = source;
  const ordered = inMapOrder(map, picks);
  const ids = new Set<string>(ordered.map(({ id }) => id));
  const all = Object.values(map.cells).flat();
  const known = new Map<string, Card>(
    all.filter(({ id }) => ids.has(id)).map((card) => [card.id, card]),
  );
  const cards = ordered.flatMap(({ id }) => known.get(id) ?? []);
  if (cards.length > 0) {
    const rows = [[cards.map(copyOf(source))]];
    const text = cards.map((card) => card.text).join("\n");
    return { texts: [[text]], block: { ...headOf(source), rows } };
  }
  const titles = ordered.flatMap(({ id }) => touchpointIn(map, id) ?? []);
  return {
    texts: [titles.map(({ title }) => title)],
    block: { ...headOf(source), rows: [titles.map(() => [])] },
  };
}

/** A whole lane with everything that its cells hold, for another map. */
export function copyLane(lane: Lane, source: Source): Copied {
  const { map } = source;
  const { id, kind, span, title, hint, cellHints, visibility, height } = lane;
  const columns = columnsOf(map, span).map((column) => ({
    title: column.title,
    hint: cellHints[column.id] ?? null,
    cards: (map.cells[cellKey(id, column.id)] ?? []).map(copyOf(source)),
  }));
  const words = columns.map(({ cards }) =>
    cards.map(({ text }) => text).join("\n"),
  );
  return {
    texts: [[title, ...words]],
    block: {
      ...headOf(source),
      rows: [columns.map(({ cards }) => cards).slice(0, MOST_CELLS)],
      lane: { kind, span, title, hint, visibility, height, columns },
    },
  };
}

function headOf({ workspace, journey }: Source) {
  return { version: 1 as const, workspace, journey };
}

/** As many as a block of cells may have along a side. */
const MOST_CELLS = 200;

/** The columns that a lane of this span has here, from left to right. */
export function columnsOf(
  map: JourneyMap,
  span: Span,
): readonly { readonly id: ColumnId; readonly title: string }[] {
  return span === "stage"
    ? map.stages
    : map.stages.flatMap(({ touchpoints }) => touchpoints);
}

function cardsOf(cell: GridCell, map: JourneyMap): readonly Card[] {
  const key = cardsKey(cell);
  return key ? (map.cells[key] ?? []) : [];
}

function copyOf({ catalogue, map }: Source) {
  return (card: Card): CopiedCard => {
    const { text, colour, metric, decision, score, task } = card;
    const person = task?.stakeholderId;
    const name = person ? catalogue.stakeholderOf(person)?.name : undefined;
    const named = task && { ...task, ...(name !== undefined && { name }) };
    const attachments = (map.attachments[card.id] ?? []).map(
      ({ id: _id, on: _on, ...attachment }): CopiedAttachment => attachment,
    );
    return {
      text,
      colour,
      metric,
      decision,
      score,
      task: named,
      attachments,
    };
  };
}

function textOfCell(cell: GridCell, { map, catalogue }: Source): string {
  switch (cell.role) {
    case "cards":
      return cardsOf(cell, map)
        .map(({ text }) => text)
        .join("\n");
    case "lane":
    case "line":
    case "folded-lane":
      return laneIn(map, cell.row)?.title ?? "";
    case "stage":
      return stageIn(map, cell.columnId)?.title ?? "";
    case "touchpoint":
      return touchpointIn(map, cell.columnId)?.title ?? "";
    case "field":
      return fieldText(cell, map, catalogue);
    default:
      return "";
  }
}

function fieldText(
  cell: GridCell,
  map: JourneyMap,
  catalogue: Catalogue,
): string {
  const touchpoint = touchpointIn(map, cell.columnId);
  if (!touchpoint) return "";
  const names = (found: readonly ({ readonly name: string } | undefined)[]) =>
    found.flatMap((row) => row?.name ?? []).join(", ");
  switch (cell.lane?.kind) {
    case "message":
      return touchpoint.message;
    case "channel":
      return names(touchpoint.channels.map((id) => catalogue.channelOf(id)));
    case "stakeholder":
      return names(
        touchpoint.owners.map(({ stakeholderId }) =>
          catalogue.stakeholderOf(stakeholderId),
        ),
      );
    case "emotion":
      return map.personas
        .flatMap((id) => touchpoint.emotions[id] ?? [])
        .join(", ");
    case "evidence":
      return (map.attachments[touchpoint.id] ?? [])
        .map(({ name }) => name)
        .join("\n");
    default:
      return touchpoint.title;
  }
}
