import {
  cardFields,
  cardPlace,
  followUpFields,
  ids,
  newCard,
} from "@/lib/api/map-bodies";
import {
  deleteCard,
  moveCard,
  reviveCard,
  setCard,
  type CardPatch,
} from "@/lib/journey/cards";
import { duplicateCard } from "@/lib/journey/duplicate-card";
import type { CommandContext } from "@/lib/journey/command";
import { followUp } from "@/lib/journey/follow-up";
import type { CardId } from "@/lib/journey/ids";
import { inTurn, setTexts, verb } from "./map-verb";

const card = ({ cardId }: { cardId: string }) =>
  ({ root: "cards", id: cardId }) as const;

type CardChange = CardPatch & {
  readonly cardId: CardId;
  readonly text?: string | undefined;
};

const changeCard = (ctx: CommandContext, { text, ...patch }: CardChange) =>
  inTurn(
    () => setCard(ctx, patch),
    () => setTexts(ctx, [[{ kind: "card", id: patch.cardId }, text]]),
  );

const rows = ({ task }: Pick<CardPatch, "task">) =>
  task?.stakeholderId ? { stakeholders: [task.stakeholderId] } : {};

/** Changes of cards. */
export const cardVerbs = {
  add: verb({
    op: "card.add",
    ids: {},
    body: newCard,
    isNew: true,
    keepsCells: true,
    ref: (_args, newId) => ({ root: "cards", id: newId }),
    rows: ({ task }) => rows({ task: task as CardPatch["task"] }),
    run: (
      ctx,
      { id: _id, laneId, columnId, before, text, ...fields },
      newId,
    ) => {
      const cardId = newId as CardId;
      return inTurn(
        () =>
          ctx.cells.add(ctx, { laneId, columnId, before, text, id: cardId }),
        () => changeCard(ctx, { cardId, ...(fields as CardPatch) }),
      );
    },
  }),
  change: verb({
    op: "card.change",
    ids: ids.card,
    body: cardFields,
    keepsCells: true,
    ref: card,
    rows: ({ task }) => rows({ task: task as CardPatch["task"] }),
    run: (ctx, args) => changeCard(ctx, args as CardChange),
  }),
  move: verb({
    op: "card.move",
    ids: ids.card,
    body: cardPlace,
    ref: card,
    run: moveCard,
  }),
  duplicate: verb({
    op: "card.duplicate",
    ids: ids.card,
    body: {},
    isNew: true,
    ref: (_args, newId) => ({ root: "cards", id: newId }),
    run: duplicateCard,
  }),
  followUp: verb({
    op: "card.followUp",
    ids: {},
    body: followUpFields,
    isNew: true,
    ref: (_args, newId) => ({ root: "cards", id: newId }),
    run: followUp,
  }),
  remove: verb({
    op: "card.delete",
    ids: ids.card,
    body: {},
    ref: card,
    run: deleteCard,
  }),
  restore: verb({
    op: "card.restore",
    ids: ids.card,
    body: {},
    ref: card,
    run: reviveCard,
  }),
};
