import { addAttachment } from "./attachments";
import { Plan } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { mayDecide } from "./decision";
import { newCard, newStage, newTouchpoint } from "./entities";
import { layOut, spanOf } from "./fill-layout";
import type {
  CardFill,
  CardsFilling,
  FieldFilling,
  FillArgs,
  Layout,
} from "./fill-layout";
import { findRoot } from "./document";
import { asId, isId } from "./ids";
import type { CardId, ColumnId, TouchpointId } from "./ids";
import { readAs } from "./kind";
import type { Kind } from "./kind";
import { cardsIn, listOf, placeBefore, touchpointsOf } from "./lists";
import { withoutNulls } from "./patch";
import { cardFields } from "./schema";
import { setText } from "./texts";
import type { Span } from "./vocabulary";

/** What a paste does, or would do. */
export interface FillOutcome {
  readonly cards: number;
  /** Messages, channel cells and cells of people that are filled. */
  readonly fields: number;
  /** Cells that held something before. */
  readonly overwritten: number;
  readonly columnsAdded: number;
  /** What kind of columns these are. */
  readonly span: Span;
  /** Texts with no cell to stand in: beyond the map, in a lane that takes none or one of the other span. */
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

/** Fills cells to the right of and below one cell with cards and fields of touchpoints, all in one undo step. */
export function fillCells(
  ctx: CommandContext,
  args: FillArgs,
): CommandResult<FillOutcome & { readonly cardIds: readonly CardId[] }> {
  const layout = layOut(ctx, args);
  if ("ok" in layout) return layout;
  const { replace = false } = args;
  const write = () => {
    const plan = new Plan(ctx);
    planColumns(ctx, plan, {
      after: args.columnId,
      columns: layout.newColumns,
    });
    const cardIds = layout.fillings.flatMap((filling) =>
      filling.kind === "cards"
        ? planCards({ ctx, plan, replace }, filling)
        : [],
    );
    for (const filling of layout.fillings)
      if (filling.kind === "field") planField({ ctx, plan, replace }, filling);
    plan.commit(cardIds[0] ?? null);
    const cards = layout.fillings.flatMap((filling) =>
      filling.kind === "cards" ? filling.cards : [],
    );
    cards.forEach((card, index) => hang(ctx, cardIds[index]!, card));
    for (const filling of layout.fillings)
      if (filling.kind === "field") writeMessage(ctx, filling, replace);
    return cardIds;
  };
  const cardIds = ctx.undo ? ctx.undo.asOne(write) : write();
  return { ok: true, ...outcomeOf(layout), cardIds };
}

function outcomeOf({
  fillings,
  newColumns,
  span,
  skipped,
}: Layout): FillOutcome {
  return {
    cards: fillings.reduce(
      (sum, filling) =>
        sum + (filling.kind === "cards" ? filling.cards.length : 0),
      0,
    ),
    fields: fillings.filter(({ kind }) => kind === "field").length,
    overwritten: fillings.filter(({ held }) => held.length > 0).length,
    columnsAdded: newColumns.length,
    span,
    skipped,
  };
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

interface Filler {
  readonly ctx: CommandContext;
  readonly plan: Plan;
  readonly replace: boolean;
}

function planCards(
  { ctx, plan, replace }: Filler,
  { laneId, column, cardKind, cards, held }: CardsFilling,
): CardId[] {
  const stamp = { by: ctx.actorId, at: ctx.now() };
  for (const id of replace ? held : []) plan.set(["cards", id, "del"], stamp);
  const cell = { laneId, columnId: column.id };
  const { random } = ctx;
  const options = { count: cards.length, random };
  const placement = placeBefore(cardsIn(ctx.doc, cell), null, options)!;
  for (const { id, pos } of placement.rekeyed)
    plan.set(["cards", id, "loc"], [column.id, laneId, pos]);
  return cards.map(({ text, values }, index) => {
    const cardId = asId<CardId>(ctx.newId());
    const loc = [column.id, laneId, placement.keys[index]!] as const;
    const fields = { text, values: allowed(values) };
    plan.create(["cards", cardId], newCard(loc, cardKind, fields));
    return cardId;
  });
}

/** What hangs on a copied card; what the schema refuses is left out. */
export function hang(
  ctx: CommandContext,
  on: CardId,
  { attachments = [] }: Pick<CardFill, "attachments">,
): void {
  for (const { fileId, ...attachment } of attachments)
    addAttachment(ctx, {
      on,
      ...attachment,
      fileId: fileId === null ? null : asId(fileId),
    });
}

function allowed(values: CardFill["values"] = {}): Record<string, unknown> {
  const { decision } = values;
  const decided = readAs(cardFields.decision, decision);
  const entries = Object.entries(cardFields).flatMap(([key, kind]) => {
    const value: unknown = readAs(kind as Kind, values[key]);
    const isKept = key !== "decision" || (decided && mayDecide(decided));
    return value !== undefined && isKept ? [[key, withoutNulls(value)]] : [];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function planField(
  { ctx, plan, replace }: Filler,
  { field, column, ids, held }: FieldFilling,
): void {
  if (field === "message") return;
  const root = field === "channel" ? "channels" : "owners";
  const keys = ids.filter(isId).map((id) => `${column.id}:${id}`);
  for (const key of replace ? held : [])
    if (!keys.includes(key)) plan.set([root, key], undefined);
  const roles = findRoot(ctx.doc, "owners");
  const hasFirst =
    !replace && held.some((key) => roles?.get(key) === "responsible");
  keys.forEach((key, index) => {
    if (root === "channels") plan.set([root, key], true);
    else if (replace || !held.includes(key))
      // The first who is named is responsible where nobody is yet.
      plan.set(
        [root, key],
        index === 0 && !hasFirst ? "responsible" : "involved",
      );
  });
}

function writeMessage(
  ctx: CommandContext,
  { field, column, text, held }: FieldFilling,
  replace: boolean,
): void {
  if (field !== "message") return;
  const before = replace ? [] : held;
  const id = asId<TouchpointId>(column.id);
  const ref = { kind: "touchpoint", id, field: "message" } as const;
  setText(ctx, ref, [...before, text].join("\n"));
}
