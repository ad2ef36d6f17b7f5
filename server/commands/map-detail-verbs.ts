import {
  emotion,
  ids,
  itemFields,
  itemPlace,
  newItem,
  responsible,
  role,
} from "@/lib/api/map-bodies";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import {
  addChecklistItem,
  removeChecklistItem,
  setChecklistItem,
} from "@/lib/journey/checklist";
import {
  refuse,
  type CommandContext,
  type CommandResult,
} from "@/lib/journey/command";
import { findRoot } from "@/lib/journey/document";
import { setEmotion } from "@/lib/journey/emotions";
import type { ChecklistItemId, TouchpointId } from "@/lib/journey/ids";
import { setOwner, setResponsible } from "@/lib/journey/owners";
import { inTurn, setTexts, verb } from "./map-verb";

const touchpoint = ({ touchpointId }: { touchpointId: string }) =>
  ({ root: "touchpoints", id: touchpointId }) as const;

/** Does something with what is in a set, and says so where it is not there. */
const ifIn = (
  ctx: CommandContext,
  [root, key]: readonly ["channels" | "owners" | "emotions", string],
  run: () => CommandResult,
): CommandResult =>
  findRoot(ctx.doc, root)?.has(key) ? run() : refuse("not_found");

/** Changes of a touchpoint's channels, owners and emotions. */
export const setVerbs = {
  addChannel: verb({
    op: "channel.put",
    ids: ids.channel,
    body: {},
    ref: touchpoint,
    part: ({ channelId }) => channelId,
    rows: ({ channelId }) => ({ channels: [channelId] }),
    run: addChannel,
  }),
  removeChannel: verb({
    op: "channel.delete",
    ids: ids.channel,
    body: {},
    ref: touchpoint,
    run: (ctx, args) =>
      ifIn(ctx, ["channels", `${args.touchpointId}:${args.channelId}`], () =>
        removeChannel(ctx, args),
      ),
  }),
  setOwner: verb({
    op: "owner.put",
    ids: ids.owner,
    body: role,
    ref: touchpoint,
    part: ({ stakeholderId }) => stakeholderId,
    rows: ({ stakeholderId }) => ({ stakeholders: [stakeholderId] }),
    run: setOwner,
  }),
  removeOwner: verb({
    op: "owner.delete",
    ids: ids.owner,
    body: {},
    ref: touchpoint,
    run: (ctx, args) =>
      ifIn(ctx, ["owners", `${args.touchpointId}:${args.stakeholderId}`], () =>
        setOwner(ctx, { ...args, role: null }),
      ),
  }),
  setResponsible: verb({
    op: "responsible.put",
    ids: ids.touchpoint,
    body: responsible,
    ref: touchpoint,
    rows: ({ stakeholderId }) =>
      stakeholderId === null ? {} : { stakeholders: [stakeholderId] },
    run: setResponsible,
  }),
  setEmotion: verb({
    op: "emotion.put",
    ids: ids.emotion,
    body: emotion,
    ref: touchpoint,
    part: ({ personaId }) => personaId,
    run: setEmotion,
  }),
  removeEmotion: verb({
    op: "emotion.delete",
    ids: ids.emotion,
    body: {},
    ref: touchpoint,
    run: (ctx, args) =>
      ifIn(ctx, ["emotions", `${args.touchpointId}:${args.personaId}`], () =>
        setEmotion(ctx, { ...args, value: null }),
      ),
  }),
};

interface ItemChange {
  readonly touchpointId: TouchpointId;
  readonly itemId: ChecklistItemId;
  readonly text?: string | undefined;
  readonly done?: boolean | undefined;
}

const changeItem = (ctx: CommandContext, { text, ...args }: ItemChange) =>
  inTurn(
    () => setChecklistItem(ctx, args),
    () => {
      const { itemId: id, touchpointId } = args;
      return setTexts(ctx, [[{ kind: "checklist", touchpointId, id }, text]]);
    },
  );

/** Changes of a touchpoint's check questions. */
export const itemVerbs = {
  add: verb({
    op: "check.add",
    ids: ids.touchpoint,
    body: newItem,
    ref: touchpoint,
    part: (_args, newId) => newId,
    run: (ctx, { touchpointId, before, text, done }, newId) =>
      inTurn(
        () => addChecklistItem(ctx, { touchpointId, before, text }),
        () => {
          const itemId = newId as ChecklistItemId;
          return setChecklistItem(ctx, { touchpointId, itemId, done });
        },
      ),
  }),
  change: verb({
    op: "check.change",
    ids: ids.item,
    body: itemFields,
    ref: touchpoint,
    part: ({ itemId }) => itemId,
    run: changeItem,
  }),
  move: verb({
    op: "check.move",
    ids: ids.item,
    body: itemPlace,
    ref: touchpoint,
    part: ({ itemId }) => itemId,
    run: setChecklistItem,
  }),
  remove: verb({
    op: "check.delete",
    ids: ids.item,
    body: {},
    ref: touchpoint,
    run: removeChecklistItem,
  }),
};
