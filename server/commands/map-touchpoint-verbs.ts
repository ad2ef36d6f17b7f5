import {
  ids,
  newTouchpoint,
  recoveryFields,
  touchpointFields,
  touchpointPlace,
  touchpointTexts,
} from "@/lib/api/map-bodies";
import type { CommandContext } from "@/lib/journey/command";
import { addRecovery } from "@/lib/journey/failure";
import type { TouchpointId } from "@/lib/journey/ids";
import { setNotesText } from "@/lib/journey/notes";
import {
  addTouchpoint,
  deleteTouchpoint,
  duplicateTouchpoint,
  moveTouchpoint,
  reviveTouchpoint,
  setTouchpoint,
  type TouchpointPatch,
} from "@/lib/journey/touchpoints";
import { inTurn, setTexts, verb } from "./map-verb";

const touchpoint = ({ touchpointId }: { touchpointId: string }) =>
  ({ root: "touchpoints", id: touchpointId }) as const;

type TextField = keyof typeof touchpointTexts;
const textFields = Object.keys(touchpointTexts) as TextField[];

type TouchpointChange = Partial<Record<TextField | "notes", string>> &
  TouchpointPatch & { readonly touchpointId: TouchpointId };

function changeTouchpoint(ctx: CommandContext, args: TouchpointChange) {
  const { touchpointId, notes } = args;
  const patch = Object.fromEntries(
    Object.entries(args).filter(
      ([key]) =>
        key !== "touchpointId" &&
        key !== "notes" &&
        !Object.hasOwn(touchpointTexts, key),
    ),
  );
  return inTurn(
    () => setTouchpoint(ctx, { touchpointId, patch }),
    () =>
      setTexts(
        ctx,
        textFields.map((field) => [
          { kind: "touchpoint", id: touchpointId, field },
          args[field],
        ]),
      ),
    () =>
      notes === undefined
        ? { ok: true }
        : setNotesText(ctx, { touchpointId, text: notes }),
  );
}

/** Changes of touchpoints. */
export const touchpointVerbs = {
  add: verb({
    op: "touchpoint.add",
    ids: {},
    body: newTouchpoint,
    isNew: true,
    ref: (_args, newId) => ({ root: "touchpoints", id: newId }),
    run: (ctx, { id: _id, stageId, before, title, ...fields }, newId) => {
      const touchpointId = newId as TouchpointId;
      return inTurn(
        () => addTouchpoint(ctx, { stageId, before, title, id: touchpointId }),
        () => changeTouchpoint(ctx, { touchpointId, ...fields }),
      );
    },
  }),
  change: verb({
    op: "touchpoint.change",
    ids: ids.touchpoint,
    body: touchpointFields,
    ref: touchpoint,
    run: changeTouchpoint,
  }),
  move: verb({
    op: "touchpoint.move",
    ids: ids.touchpoint,
    body: touchpointPlace,
    ref: touchpoint,
    run: moveTouchpoint,
  }),
  duplicate: verb({
    op: "touchpoint.duplicate",
    ids: ids.touchpoint,
    body: {},
    isNew: true,
    ref: (_args, newId) => ({ root: "touchpoints", id: newId }),
    run: duplicateTouchpoint,
  }),
  recover: verb({
    op: "touchpoint.recover",
    ids: ids.touchpoint,
    body: recoveryFields,
    isNew: true,
    ref: (_args, newId) => ({ root: "touchpoints", id: newId }),
    run: (ctx, args, newId) =>
      addRecovery(ctx, { ...args, id: newId as TouchpointId }),
  }),
  remove: verb({
    op: "touchpoint.delete",
    ids: ids.touchpoint,
    body: {},
    ref: touchpoint,
    run: deleteTouchpoint,
  }),
  restore: verb({
    op: "touchpoint.restore",
    ids: ids.touchpoint,
    body: {},
    ref: touchpoint,
    run: reviveTouchpoint,
  }),
};
