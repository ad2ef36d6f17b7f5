import * as Y from "yjs";
import { isPlacedTouchpoint } from "./cell";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import type { YEntity } from "./document";
import { newCard, newLane } from "./entities";
import { ownersAt } from "./hand-over";
import { asId, isId } from "./ids";
import type { CardId, ColumnId, LaneId, StageId } from "./ids";
import { readAs } from "./kind";
import type { Link } from "./journey-map";
import { MAX_CARDS, MAX_STRING } from "./limits";
import {
  cardLocOf,
  cardsIn,
  countLiveCards,
  listOf,
  liveEntity,
  placeBefore,
  touchpointLocOf,
  touchpointsOf,
} from "./lists";
import { cardValues, laneValues } from "./schema";
import { parseValue } from "./values";
import { LANE_KIND_INFO } from "./vocabulary";
import type { Span } from "./vocabulary";

/** What can be made out of a card or a touchpoint: a task, or an opportunity to do better. */
export const FOLLOW_UP_KINDS = ["action", "opportunity"] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The kind of the link that leads from where something came from to what was made of it. */
const FOLLOW_UP_LINK: Readonly<Record<FollowUpKind, string>> = {
  action: "task",
  opportunity: "opportunity",
};
const LINK_KINDS = new Set(Object.values(FOLLOW_UP_LINK));

/** What a card was made out of: the id of a card or a touchpoint, which may be gone by now. */
export function originsOf(links: readonly Link[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const { from, to, kind } of links) {
    if (LINK_KINDS.has(kind) && !origins.has(to)) origins.set(to, from);
  }
  return origins;
}

/** The cards that were made out of a card or a touchpoint; they may be gone by now. */
export function followUpsOf(
  links: readonly Link[],
  from: string,
): readonly string[] {
  return links
    .filter((link) => link.from === from && LINK_KINDS.has(link.kind))
    .map(({ to }) => to);
}

interface Origin {
  readonly stageId: StageId;
  readonly touchpointId: string | null;
  readonly words: string;
}

/** Where on the map something stands, and what it says; null where it has no place. */
function originAt(doc: Y.Doc, from: string): Origin | null {
  const touchpoint = liveEntity(doc, "touchpoints", from);
  if (touchpoint)
    return inColumn(doc, asId(from), wordsOf(touchpoint, "title"));
  const card = liveEntity(doc, "cards", from);
  const loc = card && cardLocOf(card);
  if (!card || !loc || !liveEntity(doc, "lanes", loc[1])) return null;
  return inColumn(doc, loc[0], wordsOf(card, "text"));
}

function inColumn(
  doc: Y.Doc,
  columnId: ColumnId,
  words: string,
): Origin | null {
  if (liveEntity(doc, "stages", columnId))
    return { stageId: asId(columnId), touchpointId: null, words };
  if (!isPlacedTouchpoint(doc, columnId)) return null;
  const [stageId] = touchpointLocOf(liveEntity(doc, "touchpoints", columnId)!)!;
  return { stageId, touchpointId: columnId, words };
}

function wordsOf(entity: YEntity, key: string): string {
  const text = entity.get(key);
  const words = text instanceof Y.Text ? text.toString() : "";
  return words.slice(0, MAX_STRING).toWellFormed();
}

/** The column of a lane's span that is nearest to where something came from. */
function columnOf(doc: Y.Doc, origin: Origin, span: Span): ColumnId | null {
  if (span === "stage") return origin.stageId;
  const id = origin.touchpointId ?? touchpointsOf(doc, origin.stageId)[0]?.id;
  return id === undefined ? null : asId(id);
}

/** The first lane of the kind that has room in a fitting column. */
function cellOf(
  doc: Y.Doc,
  origin: Origin,
  kind: FollowUpKind,
): { laneId: LaneId; columnId: ColumnId } | null {
  for (const { id } of listOf(doc, "lanes")) {
    const lane = liveEntity(doc, "lanes", id)!;
    if (parseValue(lane.get("kind"), laneValues.kind) !== kind) continue;
    const span =
      parseValue(lane.get("span"), laneValues.span) ??
      LANE_KIND_INFO[kind].defaultSpan;
    const columnId = columnOf(doc, origin, span);
    if (columnId !== null) return { laneId: asId(id), columnId };
  }
  return null;
}

/** Plans a lane of the kind at the end of the map. */
function planLane(
  plan: Plan,
  ctx: CommandContext,
  { kind, title }: { readonly kind: FollowUpKind; readonly title: string },
): LaneId {
  const laneId = freeId<LaneId>(ctx, "lanes", undefined)!;
  const placement = placeBefore(listOf(ctx.doc, "lanes"), null, ctx)!;
  for (const { id, pos } of placement.rekeyed)
    plan.set(["lanes", id, "pos"], pos);
  const made = newLane({
    pos: placement.keys[0]!,
    kind,
    span: LANE_KIND_INFO[kind].defaultSpan,
    visibility: "backstage",
    title,
  });
  plan.create(["lanes", laneId], made);
  return laneId;
}

/** A new task is of the one who is responsible where it arose, if that is one. */
function firstTask(doc: Y.Doc, touchpointId: string | null) {
  const owners = touchpointId === null ? [] : ownersAt(doc, touchpointId);
  const responsible = [...owners].filter(([, role]) => role === "responsible");
  const stakeholderId =
    responsible.length === 1 ? asId(responsible[0]![0]) : null;
  return readAs(cardValues.task, { stakeholderId, status: "open", due: null })!;
}

/**
 * Makes a task or an opportunity out of a card or a touchpoint, in one step: a card in the first lane of its kind
 * and the nearest column, with the words of where it came from and a link from there. Where the map has no such
 * lane, one is added at its end.
 */
export function followUp(
  ctx: CommandContext,
  args: {
    /** A card or a touchpoint that stands on the map. */
    readonly from: string;
    readonly kind: FollowUpKind;
    /** What a lane is called that has to be added. */
    readonly laneTitle: string;
    /** Absent: the words of where it came from. */
    readonly text?: string | undefined;
  },
): CommandResult<{ readonly cardId: CardId }> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { from, kind, laneTitle, text } = args;
  if (!isId(from) || !FOLLOW_UP_KINDS.includes(kind)) return refuse("invalid");
  if (Math.max(laneTitle.length, text?.length ?? 0) > MAX_STRING)
    return refuse("too_long");
  const { doc } = ctx;
  const origin = originAt(doc, from);
  if (origin === null) return refuse("not_found");
  if (countLiveCards(doc) >= MAX_CARDS) return refuse("too_many_cards");
  const known = cellOf(doc, origin, kind);
  const locked = known === null ? refusalOf(ctx, "structure") : null;
  if (locked !== null) return locked;
  const plan = new Plan(ctx);
  // The card's id comes first: whoever asked for one asked for this.
  const cardId = freeId<CardId>(ctx, "cards", undefined)!;
  const laneId =
    known?.laneId ?? planLane(plan, ctx, { kind, title: laneTitle });
  const columnId = known?.columnId ?? origin.stageId;
  const placement = placeBefore(cardsIn(doc, { laneId, columnId }), null, ctx)!;
  for (const { id, pos } of placement.rekeyed)
    plan.set(["cards", id, "loc"], [columnId, laneId, pos]);
  const values =
    kind === "action" ? { task: firstTask(doc, origin.touchpointId) } : {};
  const loc = [columnId, laneId, placement.keys[0]!] as const;
  const made = newCard(loc, kind, { text: text ?? origin.words, values });
  plan
    .create(["cards", cardId], made)
    .set(["links", `${from}:${cardId}:${FOLLOW_UP_LINK[kind]}`], true)
    .commit(cardId);
  return { ok: true, cardId };
}
