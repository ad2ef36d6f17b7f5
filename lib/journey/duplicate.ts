import * as Y from "yjs";
import type { CommandContext, Plan } from "./command";
import { findRoot, entityOf } from "./document";
import type { YEntity } from "./document";
import {
  newAttachment,
  newCard,
  newChecklistItem,
  newLane,
  newStage,
  newTouchpoint,
} from "./entities";
import { asId } from "./ids";
import type { AnyId, CardId, LaneId, StageId, TouchpointId } from "./ids";
import { readAs } from "./kind";
import { MAX_CARDS } from "./limits";
import {
  attachmentsOn,
  cardLocOf,
  checklistOf,
  countLiveCards,
  deletionOf,
  entitiesIn,
  keyOf,
  liveEntity,
  touchpointsOf,
} from "./lists";
import type { CardLoc } from "./lists";
import { isPlainJson } from "./plain";
import {
  attachmentFields,
  cardFields,
  cardValues,
  cellHints,
  laneValues,
  touchpointFields,
} from "./schema";
import { registersOf, textIn } from "./values";

const MAX_BYTES_PER_UNIT = 3;

interface Copying {
  readonly ctx: CommandContext;
  readonly plan: Plan;
}

/** Copies one card to a place, with its attachments. */
export function copyCard(
  { ctx, plan }: Copying,
  sourceId: string,
  loc: CardLoc,
): CardId | null {
  const source = liveEntity(ctx.doc, "cards", sourceId);
  if (source === null) return null;
  const cardId = asId<CardId>(ctx.newId());
  const kind = readAs(cardValues.kind, source.get("kind")) ?? "text";
  const values = registersOf(source, cardFields);
  plan.create(
    ["cards", cardId],
    newCard(loc, kind, { text: textIn(source, "text"), values }),
  );
  copyAttachments({ ctx, plan }, sourceId, cardId);
  return cardId;
}

/** Plans the copy of a touchpoint and of everything that hangs on it; null if the cards would be too many. */
export function copyTouchpoint(
  copying: Copying,
  sourceId: TouchpointId,
  loc: readonly [StageId, string],
): TouchpointId | null {
  const touchpointId = planTouchpoint(copying, sourceId, loc);
  return copyColumns(copying, new Map([[sourceId, touchpointId]]))
    ? touchpointId
    : null;
}

/** Plans the copy of a stage, its touchpoints and the cards of all their columns; null as above. */
export function copyStage(
  copying: Copying,
  sourceId: StageId,
  pos: string,
): StageId | null {
  const { ctx, plan } = copying;
  const source = entityOf(ctx.doc, "stages", sourceId)!;
  const stageId = asId<StageId>(ctx.newId());
  const colour = source.get("colour");
  plan.create(
    ["stages", stageId],
    newStage({
      pos,
      title: textIn(source, "title"),
      description: textIn(source, "description"),
      colour: typeof colour === "string" ? colour : null,
    }),
  );
  copyAttachments(copying, sourceId, stageId);
  const columns = new Map<string, string>([[sourceId, stageId]]);
  for (const { id, pos: key } of touchpointsOf(ctx.doc, sourceId)) {
    columns.set(
      id,
      planTouchpoint(copying, asId<TouchpointId>(id), [stageId, key]),
    );
  }
  return copyColumns(copying, columns) ? stageId : null;
}

/** Plans the copy of a lane with its cards; null as above. */
export function copyLane(
  copying: Copying,
  sourceId: LaneId,
  pos: string,
): LaneId | null {
  const { ctx, plan } = copying;
  const source = entityOf(ctx.doc, "lanes", sourceId)!;
  const laneId = asId<LaneId>(ctx.newId());
  const { kind, span, visibility, hint, cellHints: hints, height } = laneValues;
  const values = registersOf(source, {
    kind,
    span,
    visibility,
    hint,
    cellHints: hints,
    height,
  });
  const fields = {
    kind: "text",
    span: "stage",
    visibility: "customer",
    ...values,
  } as const;
  plan.create(
    ["lanes", laneId],
    newLane({ ...fields, pos, title: textIn(source, "title") }),
  );
  copyAttachments(copying, sourceId, laneId);
  const fits = copyCards(copying, (loc) =>
    loc[1] === sourceId ? ([loc[0], laneId, loc[2]] as const) : null,
  );
  return fits ? laneId : null;
}

function planTouchpoint(
  { ctx, plan }: Copying,
  sourceId: TouchpointId,
  loc: readonly [StageId, string],
): TouchpointId {
  const source = entityOf(ctx.doc, "touchpoints", sourceId)!;
  const touchpointId = asId<TouchpointId>(ctx.newId());
  const keys = [
    "title",
    "message",
    "actualMessage",
    "searchQueries",
    "inspiration",
  ] as const;
  const texts = Object.fromEntries(
    keys.map((key) => [key, textIn(source, key)]),
  );
  const made = newTouchpoint(loc, texts, registersOf(source, touchpointFields));
  plan.create(["touchpoints", touchpointId], made);
  planNotes(plan, source, made.notes);
  planChecklist({ ctx, plan }, source, touchpointId);
  for (const root of ["channels", "owners", "emotions"] as const) {
    for (const [key, value] of findRoot(ctx.doc, root)?.entries() ?? []) {
      const [on, other] = key.split(":");
      if (on === sourceId && isPlainJson(value))
        plan.set([root, `${touchpointId}:${other}`], value);
    }
  }
  copyAttachments({ ctx, plan }, sourceId, touchpointId);
  return touchpointId;
}

function planNotes(plan: Plan, source: YEntity, to: Y.XmlFragment): void {
  const from = source.get("notes");
  if (!(from instanceof Y.XmlFragment)) return;
  for (const node of from.toArray()) {
    if (node instanceof Y.XmlElement || node instanceof Y.XmlText) {
      plan.then(node.toString().length * MAX_BYTES_PER_UNIT, () =>
        to.push([node.clone()]),
      );
    }
  }
}

function planChecklist(
  { ctx, plan }: Copying,
  source: YEntity,
  touchpointId: TouchpointId,
): void {
  const checklist = source.get("checklist");
  if (!(checklist instanceof Y.Map)) return;
  for (const { id, pos } of checklistOf(checklist)) {
    const item: unknown = checklist.get(id);
    if (!(item instanceof Y.Map)) continue;
    const copy = newChecklistItem({
      pos,
      text: textIn(item, "text"),
      done: item.get("done") === true,
    });
    plan.create(
      ["touchpoints", touchpointId, "checklist", asId<AnyId>(ctx.newId())],
      copy,
    );
  }
}

function copyColumns(
  copying: Copying,
  columns: ReadonlyMap<string, string>,
): boolean {
  for (const [laneId, lane] of entitiesIn(findRoot(copying.ctx.doc, "lanes"))) {
    const hints = readAs(cellHints, lane.get("cellHints")) ?? {};
    const copied = [...columns].filter(([from]) => hints[from] !== undefined);
    if (copied.length === 0) continue;
    const added = Object.fromEntries(
      copied.map(([from, to]) => [to, hints[from]!]),
    );
    copying.plan.set(["lanes", laneId, "cellHints"], { ...hints, ...added });
  }
  return copyCards(copying, (loc) => {
    const to = columns.get(loc[0]);
    return to === undefined ? null : [to as CardLoc[0], loc[1], loc[2]];
  });
}

function copyCards(
  copying: Copying,
  placeOf: (loc: CardLoc) => CardLoc | null,
): boolean {
  const { doc } = copying.ctx;
  let count = countLiveCards(doc);
  for (const [id, card] of entitiesIn(findRoot(doc, "cards"))) {
    const loc = cardLocOf(card);
    const to = loc === null || deletionOf(card) !== null ? null : placeOf(loc);
    if (to === null) continue;
    count += 1;
    if (count > MAX_CARDS) return false;
    copyCard(copying, id, to);
  }
  return true;
}

function copyAttachments(
  { ctx, plan }: Copying,
  from: string,
  to: string,
): void {
  for (const { id } of attachmentsOn(ctx.doc, from)) {
    const source = entityOf(ctx.doc, "attachments", id)!;
    const {
      kind = "link",
      name = "",
      ...rest
    } = registersOf(source, attachmentFields);
    const copy = newAttachment({
      ...rest,
      kind,
      name,
      on: to,
      pos: keyOf(source),
    });
    plan.create(["attachments", asId<AnyId>(ctx.newId())], copy);
  }
}
