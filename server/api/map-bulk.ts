import * as z from "zod";
import { ifSeq, maxOperations } from "@/lib/api/map-bodies";
import { allChanged } from "@/lib/api/map-entities";
import { cardVerbs } from "@/server/commands/map-card-verbs";
import { itemVerbs, setVerbs } from "@/server/commands/map-detail-verbs";
import { attachmentVerbs, metaVerbs } from "@/server/commands/map-meta-verbs";
import { laneVerbs, stageVerbs } from "@/server/commands/map-stage-verbs";
import { touchpointVerbs } from "@/server/commands/map-touchpoint-verbs";
import type { MapChange, Verb } from "@/server/commands/map-verb";
import { changeOf, refusalReply } from "./map-answers";
import { journeyParams, map } from "./map-route";
import { route } from "./route";

const verbs: readonly Verb[] = [
  metaVerbs,
  stageVerbs,
  touchpointVerbs,
  setVerbs,
  itemVerbs,
  laneVerbs,
  cardVerbs,
  attachmentVerbs,
].flatMap((group) => Object.values<Verb>(group));

const verbOf = new Map(verbs.map((verb) => [verb.op, verb]));

const operationOf = ({ op, ids, body, isNew }: Verb) =>
  z.strictObject({
    op: z.literal(op),
    ...ids,
    ...body,
    ...(!isNew && { ifSeq: ifSeq.optional() }),
  });

const [first, ...others] = verbs.map(operationOf);
const operation = z.discriminatedUnion("op", [first!, ...others]);

interface Operation {
  readonly op: string;
  readonly ifSeq?: number;
}

function changeFrom({ op, ifSeq: seen, ...args }: Operation): MapChange {
  return { verb: verbOf.get(op)!, args, ifSeq: seen };
}

/** Many changes of one map at once. */
export const mapBulkRoute = route({
  method: "post",
  path: `${map}/operations`,
  who: "workspace",
  action: "journey:edit",
  summary: "Make up to 500 changes of a map as one: all of them or none",
  params: journeyParams,
  body: z.strictObject({
    operations: z.array(operation).min(1).max(maxOperations),
  }),
  isKeyed: true,
  example: {
    operations: [
      {
        op: "stage.add",
        id: "5f4f6a52-9f0c-4f0e-8a35-0b9f5c1f7d11",
        title: "Delivery",
      },
      {
        op: "touchpoint.add",
        stageId: "5f4f6a52-9f0c-4f0e-8a35-0b9f5c1f7d11",
        title: "Parcel arrives",
        duration: "P1D",
      },
    ],
  },
  answers: { 200: allChanged },
  handle: async (ask) => {
    const { journeyId } = ask.params;
    const operations = ask.body.operations as readonly Operation[];
    const changes = operations.map(changeFrom);
    const result = await changeOf(ask, { journeyId, changes });
    if (!result.ok) return refusalReply(ask, result, true);
    const results = result.results.map(({ op, id }) => ({
      op,
      id: id || journeyId,
    }));
    return { status: 200, body: { seq: result.seq, results } };
  },
});
