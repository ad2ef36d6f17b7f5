import { cellKey } from "@/lib/journey/ids";
import type { ColumnId } from "@/lib/journey/ids";
import type { Card, JourneyMap, Lane } from "@/lib/journey/journey-map";
import type { Span } from "@/lib/journey/vocabulary";
import type { Catalogue } from "../drawing/catalogue";
import { cardsKey } from "../grid/shape";
import type { GridCell } from "../grid/shape";
import { laneIn, stageIn, touchpointIn } from "../map-index";
import type { CopiedBlock, CopiedCard } from "@/lib/formats/copied-cells";

export interface Copied {
  readonly texts: string[][];
  readonly block: CopiedBlock;
}

interface Source {
  readonly map: JourneyMap;
  readonly catalogue: Catalogue;
  readonly workspace: string;
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
  return { texts, block: { version: 1, workspace: source.workspace, rows } };
}

/** The same for a single card. */
export function copyCard(card: Card, source: Source): Copied {
  const { workspace } = source;
  return {
    texts: [[card.text]],
    block: { version: 1, workspace, rows: [[[copyOf(source)(card)]]] },
  };
}

/** A whole lane with everything that its cells hold, for another map. */
export function copyLane(lane: Lane, source: Source): Copied {
  const { map, workspace } = source;
  const { id, kind, span, title, hint, visibility } = lane;
  const columns = columnsOf(map, span).map((column) => ({
    title: column.title,
    cards: (map.cells[cellKey(id, column.id)] ?? []).map(copyOf(source)),
  }));
  const words = columns.map(({ cards }) =>
    cards.map(({ text }) => text).join("\n"),
  );
  return {
    texts: [[title, ...words]],
    block: {
      version: 1,
      workspace,
      rows: [columns.map(({ cards }) => cards).slice(0, MOST_CELLS)],
      lane: { kind, span, title, hint, visibility, columns },
    },
  };
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

function copyOf({ catalogue }: Source) {
  return (card: Card): CopiedCard => {
    const { text, colour, metric, decision, score, task } = card;
    const person = task?.stakeholderId;
    const name = person ? catalogue.stakeholderOf(person)?.name : undefined;
    const named = task && { ...task, ...(name !== undefined && { name }) };
    return { text, colour, metric, decision, score, task: named };
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
