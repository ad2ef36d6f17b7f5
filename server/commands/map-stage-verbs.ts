import {
  ids,
  laneFields,
  lanePlace,
  newLane,
  newStage,
  stageFields,
  stagePlace,
} from "@/lib/api/map-bodies";
import type { CommandContext } from "@/lib/journey/command";
import type { LaneId, StageId } from "@/lib/journey/ids";
import {
  addLane,
  deleteLane,
  duplicateLane,
  moveLane,
  reviveLane,
  setLane,
  type LanePatch,
} from "@/lib/journey/lanes";
import {
  addStage,
  deleteStage,
  duplicateStage,
  moveStage,
  reviveStage,
  setStage,
} from "@/lib/journey/stages";
import type { Colour } from "@/lib/journey/vocabulary";
import { inTurn, setTexts, verb } from "./map-verb";

const stage = ({ stageId }: { stageId: string }) =>
  ({ root: "stages", id: stageId }) as const;
const lane = ({ laneId }: { laneId: string }) =>
  ({ root: "lanes", id: laneId }) as const;

interface StagePatch {
  readonly stageId: StageId;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly colour?: Colour | null | undefined;
  readonly collapsed?: boolean | undefined;
}

const changeStage = (
  ctx: CommandContext,
  { title, description, ...patch }: StagePatch,
) =>
  inTurn(
    () => setStage(ctx, patch),
    () => {
      const of = { kind: "stage", id: patch.stageId } as const;
      return setTexts(ctx, [
        [{ ...of, field: "title" }, title],
        [{ ...of, field: "description" }, description],
      ]);
    },
  );

/** Changes of stages. */
export const stageVerbs = {
  add: verb({
    op: "stage.add",
    ids: {},
    body: newStage,
    isNew: true,
    ref: (_args, newId) => ({ root: "stages", id: newId }),
    run: (ctx, { id: _id, before, title, ...fields }, newId) => {
      const stageId = newId as StageId;
      return inTurn(
        () => addStage(ctx, { title, before, id: stageId }),
        () => changeStage(ctx, { stageId, ...fields }),
      );
    },
  }),
  change: verb({
    op: "stage.change",
    ids: ids.stage,
    body: stageFields,
    ref: stage,
    run: changeStage,
  }),
  move: verb({
    op: "stage.move",
    ids: ids.stage,
    body: stagePlace,
    ref: stage,
    run: moveStage,
  }),
  duplicate: verb({
    op: "stage.duplicate",
    ids: ids.stage,
    body: {},
    isNew: true,
    ref: (_args, newId) => ({ root: "stages", id: newId }),
    run: duplicateStage,
  }),
  remove: verb({
    op: "stage.delete",
    ids: ids.stage,
    body: {},
    ref: stage,
    run: deleteStage,
  }),
  restore: verb({
    op: "stage.restore",
    ids: ids.stage,
    body: {},
    ref: stage,
    run: reviveStage,
  }),
};

interface LaneChange extends LanePatch {
  readonly laneId: LaneId;
  readonly title?: string | undefined;
}

const changeLane = (ctx: CommandContext, { title, ...patch }: LaneChange) =>
  inTurn(
    () => setLane(ctx, patch),
    () =>
      setTexts(ctx, [
        [{ kind: "lane", id: patch.laneId, field: "title" }, title],
      ]),
  );

/** Changes of lanes. */
export const laneVerbs = {
  add: verb({
    op: "lane.add",
    ids: {},
    body: newLane,
    isNew: true,
    ref: (_args, newId) => ({ root: "lanes", id: newId }),
    run: (
      ctx,
      { id: _id, kind, span, before, title = "", ...fields },
      newId,
    ) => {
      const laneId = newId as LaneId;
      return inTurn(
        () => addLane(ctx, { kind, span, before, title, id: laneId }),
        () => changeLane(ctx, { laneId, ...fields }),
      );
    },
  }),
  change: verb({
    op: "lane.change",
    ids: ids.lane,
    body: laneFields,
    ref: lane,
    run: changeLane,
  }),
  move: verb({
    op: "lane.move",
    ids: ids.lane,
    body: lanePlace,
    ref: lane,
    run: moveLane,
  }),
  duplicate: verb({
    op: "lane.duplicate",
    ids: ids.lane,
    body: {},
    isNew: true,
    ref: (_args, newId) => ({ root: "lanes", id: newId }),
    run: duplicateLane,
  }),
  remove: verb({
    op: "lane.delete",
    ids: ids.lane,
    body: {},
    ref: lane,
    run: deleteLane,
  }),
  restore: verb({
    op: "lane.restore",
    ids: ids.lane,
    body: {},
    ref: lane,
    run: reviveLane,
  }),
};
