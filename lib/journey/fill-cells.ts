import { cellFor } from "./cell";
import type { CellAddress } from "./cell";
import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { newCard, newStage, newTouchpoint } from "./entities";
import { asId } from "./ids";
import type { CardId, ColumnId, LaneId, StageId } from "./ids";
import { MAX_CARDS, MAX_STRING } from "./limits";
import {
  cardsIn,
  countLiveCards,
  listOf,
  liveEntity,
  placeBefore,
  touchpointsOf,
} from "./lists";
import type { CardKind, Span } from "./vocabulary";

export interface FillArgs extends CellAddress {
  /** Lanes downwards, columns to the right; an empty string leaves its cell alone. */
  readonly rows: readonly (readonly string[])[];
  /** Whether what stands in a filled cell goes to the trash first; otherwise the new card comes behind it. */
  readonly replace?: boolean;
  /** Whether a block that is wider than the map makes it wider. */
  readonly addColumns?: boolean;
}

/** What a paste does, or would do. */
export interface FillOutcome {
  readonly cards: number;
  /** Cells that held cards before. */
  readonly overwritten: number;
  readonly columnsAdded: number;
  /** Texts with no cell to stand in: beyond the map, in a lane without cards or of the other span. */
  readonly skipped: number;
}

interface Filling {
  readonly laneId: LaneId;
  readonly column: Column;
  readonly text: string;
  readonly cardKind: CardKind;
  /** Ids of the cards that stand there. */
  readonly held: readonly string[];
}

interface Column {
  readonly id: ColumnId;
  readonly isNew: boolean;
  /** Itself, or the column in which the paste began for one that is not there yet. */
  readonly like: ColumnId;
}

interface Layout {
  readonly fillings: readonly Filling[];
  readonly newColumns: readonly ColumnId[];
  readonly skipped: number;
}

/** Counts what `fillCells` would do, for the question that comes before a paste. */
export function previewFill(
  ctx: CommandContext,
  args: FillArgs,
): CommandResult<FillOutcome> {
  const layout = layOut(ctx, args);
  return "ok" in layout ? layout : { ok: true, ...outcomeOf(layout) };
}

/** Fills cells to the right of and below one cell with cards, all in one undo step. */
export function fillCells(
  ctx: CommandContext,
  args: FillArgs,
): CommandResult<FillOutcome & { readonly cardIds: readonly CardId[] }> {
  const layout = layOut(ctx, args);
  if ("ok" in layout) return layout;
  const plan = new Plan(ctx);
  planColumns(ctx, plan, { after: args.columnId, columns: layout.newColumns });
  const stamp = { by: ctx.actorId, at: ctx.now() };
  const cardIds = layout.fillings.map((filling) => {
    for (const id of args.replace ? filling.held : [])
      plan.set(["cards", id, "del"], stamp);
    return planCard(ctx, plan, filling);
  });
  plan.commit(cardIds[0] ?? null);
  return { ok: true, ...outcomeOf(layout), cardIds };
}

function outcomeOf({ fillings, newColumns, skipped }: Layout): FillOutcome {
  return {
    cards: fillings.length,
    overwritten: fillings.filter(({ held }) => held.length > 0).length,
    columnsAdded: newColumns.length,
    skipped,
  };
}

function layOut(
  ctx: CommandContext,
  args: FillArgs,
): Layout | ReturnType<typeof refuse> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const start = cellFor(ctx.doc, args);
  if (!start.ok) return start;
  if (args.rows.some((row) => row.some((text) => text.length > MAX_STRING)))
    return refuse("too_long");
  const columns = columnsFor(ctx, args);
  const lanes = listOf(ctx.doc, "lanes").map(({ id }) => asId<LaneId>(id));
  const top = lanes.indexOf(args.laneId);
  const fillings: Filling[] = [];
  let skipped = 0;
  args.rows.forEach((row, down) =>
    row.forEach((text, right) => {
      if (text === "") return;
      const filling = fillingAt(
        ctx,
        { laneId: lanes[top + down], column: columns[right] },
        text,
      );
      if (filling === null) skipped += 1;
      else fillings.push(filling);
    }),
  );
  const gone = args.replace
    ? fillings.reduce((sum, { held }) => sum + held.length, 0)
    : 0;
  const cards = countLiveCards(ctx.doc) - gone + fillings.length;
  if (cards > MAX_CARDS) return refuse("too_many_cards");
  const used = new Set(fillings.map(({ column }) => column.id));
  const lastUsed = columns.findLastIndex(({ id }) => used.has(id));
  const newColumns = columns
    .slice(0, lastUsed + 1)
    .filter(({ isNew }) => isNew);
  return { fillings, newColumns: newColumns.map(({ id }) => id), skipped };
}

function fillingAt(
  ctx: CommandContext,
  cell: { readonly laneId?: LaneId; readonly column?: Column },
  text: string,
): Filling | null {
  const { laneId, column } = cell;
  if (laneId === undefined || column === undefined) return null;
  // A new column is of the span that the paste began in: it has a cell where the first one has.
  const found = cellFor(ctx.doc, { laneId, columnId: column.like });
  if (!found.ok) return null;
  const { cardKind } = found;
  if (column.isNew) return { laneId, column, text, cardKind, held: [] };
  const held = cardsIn(ctx.doc, { laneId, columnId: column.id }).map(
    ({ id }) => id,
  );
  return { laneId, column, text, cardKind, held };
}

function spanOf(ctx: CommandContext, columnId: ColumnId): Span {
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
    ...args.rows.map((row) => row.findLastIndex((text) => text !== "") + 1),
  );
  const mayGrow =
    args.addColumns === true && refusalOf(ctx, "structure") === null;
  while (mayGrow && columns.length < width) {
    const id = asId<StageId>(ctx.newId());
    columns.push({ id, isNew: true, like: args.columnId });
  }
  return columns;
}

function planColumns(
  ctx: CommandContext,
  plan: Plan,
  added: { readonly after: ColumnId; readonly columns: readonly ColumnId[] },
): void {
  const count = added.columns.length;
  if (count === 0) return;
  const options = { count, random: ctx.random };
  const stages = listOf(ctx.doc, "stages");
  if (spanOf(ctx, added.after) === "stage") {
    const { keys, rekeyed } = placeBefore(stages, null, options)!;
    for (const { id, pos } of rekeyed) plan.set(["stages", id, "pos"], pos);
    added.columns.forEach((id, index) =>
      plan.create(["stages", id], newStage({ pos: keys[index]! })),
    );
    return;
  }
  const last = stages.findLast(
    ({ id }) => touchpointsOf(ctx.doc, id).length > 0,
  )!.id;
  const { keys, rekeyed } = placeBefore(
    touchpointsOf(ctx.doc, last),
    null,
    options,
  )!;
  for (const { id, pos } of rekeyed)
    plan.set(["touchpoints", id, "loc"], [last, pos]);
  added.columns.forEach((id, index) =>
    plan.create(["touchpoints", id], newTouchpoint([last, keys[index]!])),
  );
}

function planCard(ctx: CommandContext, plan: Plan, filling: Filling): CardId {
  const { laneId, column, cardKind, text } = filling;
  const cell = { laneId, columnId: column.id };
  const placement = placeBefore(cardsIn(ctx.doc, cell), null, ctx)!;
  for (const { id, pos } of placement.rekeyed) {
    plan.set(["cards", id, "loc"], [column.id, laneId, pos]);
  }
  const cardId = asId<CardId>(ctx.newId());
  const loc = [column.id, laneId, placement.keys[0]!] as const;
  plan.create(["cards", cardId], newCard(loc, cardKind, { text }));
  return cardId;
}
