import { cellFor, isPlacedTouchpoint } from "./cell";
import type { CellAddress } from "./cell";
import { refusalOf, refuse } from "./command";
import type { CommandContext, CommandRefusal } from "./command";
import { findRoot } from "./document";
import { asId } from "./ids";
import type { ColumnId, LaneId, StageId, TouchpointId } from "./ids";
import { MAX_CARDS, MAX_STRING } from "./limits";
import {
  cardsIn,
  countLiveCards,
  listOf,
  liveEntity,
  touchpointsOf,
} from "./lists";
import { laneValues } from "./schema";
import { parseValue, textIn } from "./values";
import type { AttachmentKind, CardKind, LaneKind, Span } from "./vocabulary";

/** What hangs on a card that is filled in. */
export interface AttachmentFill {
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly url: string | null;
  /** A file of this map. */
  readonly fileId: string | null;
  readonly mime: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** One card with what it says besides its words. */
export interface CardFill {
  readonly text: string;
  /** Registers as `setCard` takes them; what the schema refuses is left out. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly AttachmentFill[];
}

/** What goes into one cell: words, whole cards, or the channels or people that its words name. */
export type CellFill =
  | string
  | { readonly cards: readonly CardFill[] }
  | { readonly ids: readonly string[] };

export interface FillArgs extends CellAddress {
  /** Lanes downwards, columns to the right; an empty string leaves its cell alone. */
  readonly rows: readonly (readonly CellFill[])[];
  /** Whether what stands in a filled cell goes first; otherwise the new comes behind it. */
  readonly replace?: boolean;
  /** Whether a block that is wider than the map makes it wider. */
  readonly addColumns?: boolean;
  /** The lanes that are shown, from top to bottom; all of them unless it is said. */
  readonly lanes?: readonly LaneId[];
}

/** Lanes that show a field of the touchpoints which words can fill. */
export type FillField = Extract<
  LaneKind,
  "message" | "channel" | "stakeholder"
>;
const FILL_FIELDS: readonly string[] = ["message", "channel", "stakeholder"];

export interface Column {
  readonly id: ColumnId;
  readonly isNew: boolean;
  /** Itself, or the column in which the paste began for one that is not there yet. */
  readonly like: ColumnId;
}

export interface CardsFilling {
  readonly kind: "cards";
  readonly laneId: LaneId;
  readonly column: Column;
  readonly cardKind: CardKind;
  readonly cards: readonly CardFill[];
  /** Ids of the cards that stand there. */
  readonly held: readonly string[];
}

export interface FieldFilling {
  readonly kind: "field";
  readonly field: FillField;
  readonly column: Column;
  readonly text: string;
  readonly ids: readonly string[];
  /** The message that stands there, or the keys of channels or owners. */
  readonly held: readonly string[];
}
export type Filling = CardsFilling | FieldFilling;

export interface Layout {
  readonly fillings: readonly Filling[];
  readonly newColumns: readonly ColumnId[];
  readonly span: Span;
  readonly skipped: number;
}

/** Where each thing of a block would stand. */
export function layOut(
  ctx: CommandContext,
  args: FillArgs,
): Layout | CommandRefusal {
  const refusal = refusalOf(ctx, "content") ?? startRefusal(ctx, args);
  if (refusal !== null) return refusal;
  if (args.rows.some((row) => row.some((fill) => longest(fill) > MAX_STRING)))
    return refuse("too_long");
  const columns = columnsFor(ctx, args);
  const lanes =
    args.lanes ?? listOf(ctx.doc, "lanes").map(({ id }) => asId<LaneId>(id));
  const top = lanes.indexOf(args.laneId);
  const fillings: Filling[] = [];
  let skipped = 0;
  args.rows.forEach((row, down) =>
    row.forEach((fill, right) => {
      if (isBlank(fill)) return;
      const cell = { laneId: lanes[top + down], column: columns[right] };
      const filling = top < 0 ? null : fillingAt(ctx, cell, fill);
      if (filling === null) skipped += cardsOf(fill).length || 1;
      else fillings.push(filling);
    }),
  );
  if (cardsAfter(ctx, args, fillings) > MAX_CARDS)
    return refuse("too_many_cards");
  const used = new Set(fillings.map(({ column }) => column.id));
  const lastUsed = columns.findLastIndex(({ id }) => used.has(id));
  const newColumns = columns
    .slice(0, lastUsed + 1)
    .flatMap(({ id, isNew }) => (isNew ? [id] : []));
  return { fillings, newColumns, span: spanOf(ctx, args.columnId), skipped };
}

function startRefusal(
  ctx: CommandContext,
  args: CellAddress,
): CommandRefusal | null {
  const start = cellFor(ctx.doc, args);
  return start.ok || fieldAt(ctx, args) !== null ? null : start;
}

function fieldAt(
  { doc }: CommandContext,
  { laneId, columnId }: CellAddress,
): FillField | null {
  const lane = liveEntity(doc, "lanes", laneId);
  const kind = lane && parseValue(lane.get("kind"), laneValues.kind);
  return kind && FILL_FIELDS.includes(kind) && isPlacedTouchpoint(doc, columnId)
    ? (kind as FillField)
    : null;
}

function cardsOf(fill: CellFill): readonly CardFill[] {
  return typeof fill === "object" && "cards" in fill ? fill.cards : [];
}

function isBlank(fill: CellFill): boolean {
  if (typeof fill === "string") return fill === "";
  return ("cards" in fill ? fill.cards : fill.ids).length === 0;
}

function longest(fill: CellFill): number {
  return typeof fill === "string"
    ? fill.length
    : Math.max(0, ...cardsOf(fill).map(({ text }) => text.length));
}

function cardsAfter(
  ctx: CommandContext,
  { replace }: FillArgs,
  fillings: readonly Filling[],
): number {
  return fillings.reduce(
    (sum, filling) =>
      filling.kind === "cards"
        ? sum + filling.cards.length - (replace ? filling.held.length : 0)
        : sum,
    countLiveCards(ctx.doc),
  );
}

function fillingAt(
  ctx: CommandContext,
  cell: { readonly laneId?: LaneId; readonly column?: Column },
  fill: CellFill,
): Filling | null {
  const { laneId, column } = cell;
  if (laneId === undefined || column === undefined) return null;
  // A new column is of the span that the paste began in: it has a cell where the first one has.
  const found = cellFor(ctx.doc, { laneId, columnId: column.like });
  if (!found.ok) return fieldFilling(ctx, { laneId, column }, fill);
  const { cardKind } = found;
  const cards = typeof fill === "string" ? [{ text: fill }] : cardsOf(fill);
  if (cards.length === 0) return null;
  const held = column.isNew
    ? []
    : cardsIn(ctx.doc, { laneId, columnId: column.id }).map(({ id }) => id);
  return { kind: "cards", laneId, column, cardKind, cards, held };
}

function fieldFilling(
  ctx: CommandContext,
  { laneId, column }: { readonly laneId: LaneId; readonly column: Column },
  fill: CellFill,
): FieldFilling | null {
  const field = fieldAt(ctx, { laneId, columnId: column.like });
  if (field === null) return null;
  const text = typeof fill === "string" ? fill : "";
  const ids = typeof fill === "object" && "ids" in fill ? fill.ids : [];
  if (field === "message" ? text === "" : ids.length === 0) return null;
  const held = column.isNew ? [] : heldIn(ctx, field, column.id);
  return { kind: "field", field, column, text, ids, held };
}

function heldIn(
  { doc }: CommandContext,
  field: FillField,
  columnId: ColumnId,
): readonly string[] {
  if (field === "message") {
    const touchpoint = liveEntity(
      doc,
      "touchpoints",
      asId<TouchpointId>(columnId),
    );
    const message = touchpoint ? textIn(touchpoint, "message") : "";
    return message === "" ? [] : [message];
  }
  const root = findRoot(doc, field === "channel" ? "channels" : "owners");
  return [...(root?.keys() ?? [])].filter((key) =>
    key.startsWith(`${columnId}:`),
  );
}

/** Stages or touchpoints: a block lies in the columns of the span in which it begins. */
export function spanOf(ctx: CommandContext, columnId: ColumnId): Span {
  return liveEntity(ctx.doc, "stages", columnId) === null
    ? "touchpoint"
    : "stage";
}

function columnsFor(ctx: CommandContext, args: FillArgs): Column[] {
  const { doc } = ctx;
  const stages = listOf(doc, "stages");
  const all =
    spanOf(ctx, args.columnId) === "stage"
      ? stages
      : stages.flatMap(({ id }) => touchpointsOf(doc, id));
  const ids = all.map(({ id }) => asId<StageId>(id) as ColumnId);
  const columns: Column[] = ids
    .slice(ids.indexOf(args.columnId))
    .map((id) => ({ id, isNew: false, like: id }));
  const width = Math.max(
    0,
    ...args.rows.map((row) => row.findLastIndex((fill) => !isBlank(fill)) + 1),
  );
  const mayGrow =
    args.addColumns === true && refusalOf(ctx, "structure") === null;
  while (mayGrow && columns.length < width) {
    const id = asId<StageId>(ctx.newId());
    columns.push({ id, isNew: true, like: args.columnId });
  }
  return columns;
}
