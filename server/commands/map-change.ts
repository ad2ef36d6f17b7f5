import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { CommandContext } from "@/lib/journey/command";
import type { Caller } from "@/server/audit";
import { AppError, refused, type ProblemCode } from "@/server/errors";
import type { LogActor } from "@/server/log/contract";
import { withDocument } from "@/server/sync/door";
import { syncCore } from "@/server/sync/sync-core";
import { authorOf } from "./author-of";
import { isJourneyHere } from "./is-journey-here";
import { readEntity } from "./map-entity";
import { findKey, inTurnOf, requestKey, type RequestKey } from "./map-key";
import { findRefs } from "./map-refs";
import { makeAll, RefusedHalfway, type MapRefusal, type Work } from "./map-run";
import { areSame, lookSince, type Guarded, type Stamps } from "./map-since";
import type { MapChange } from "./map-verb";

/** Changes of one map that are made together or not at all. */
export interface MapRequest {
  readonly journeyId: string;
  readonly changes: readonly MapChange[];
  /** The same key and the same changes are made once. */
  readonly idemKey: string | null;
}

export type MapResult =
  | {
      readonly ok: true;
      readonly seq: number;
      readonly results: readonly { readonly op: string; readonly id: string }[];
      /** What the last thing says; null where there is none (any more). */
      readonly entity: unknown;
    }
  | {
      readonly ok: false;
      readonly reason: ProblemCode;
      /** Which of the changes is at fault. */
      readonly index?: number;
      /** The newest change, where someone else was quicker. */
      readonly seq?: number;
    };

interface Asked extends MapRequest {
  readonly author: LogActor;
  readonly key: RequestKey;
  readonly work: Work;
}

/** Looked at anew so often where others change the same things at that very moment. */
const mostTries = 5;

const wordsOf = ({ changes }: MapRequest) =>
  changes.map(({ verb, args, ifSeq }) => ({ op: verb.op, args, ifSeq }));

const givenId = ({ verb, args }: MapChange) =>
  verb.isNew && "id" in args && typeof args.id === "string" ? args.id : null;

/** Changes what is on a map on behalf of a program or a page, through the room of the map like everyone. */
export async function changeMap(
  { actor }: Caller<InsideActor>,
  request: MapRequest,
): Promise<MapResult> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { journeyId, changes } = request;
  if (!(await isJourneyHere(actor.workspaceId, journeyId)))
    return refused("not_found");
  const author = authorOf(actor);
  const key = requestKey(
    { journeyId, author },
    request.idemKey,
    wordsOf(request),
  );
  const ids = changes.map((change, at) => givenId(change) ?? key.newId(at));
  return inTurnOf(key.prefix && `${journeyId}/${key.prefix}`, async () => {
    const known = key.prefix ? await findKey(journeyId, key.prefix) : null;
    if (known && known.idemKey !== key.idemKey)
      return refused("idempotency_mismatch");
    const work = { changes, ids, journeys: new Set<string>() };
    if (known) return answerAgain({ ...request, author, key, work }, known.seq);
    const refs = changes.map(({ verb, args }) => verb.rows?.(args as never));
    const journeys = await findRefs(
      actor.workspaceId,
      refs.flatMap((found) => found ?? []),
    );
    if (!journeys) return refused("not_found");
    return make({ ...request, author, key, work: { ...work, journeys } });
  });
}

function resultsOf({ work: { changes, ids } }: Asked) {
  return changes.map(({ verb, args }, at) => {
    const newId = ids[at]!;
    const { id } = verb.ref(args as never, newId);
    return { op: verb.op, id: verb.part?.(args as never, newId) ?? id };
  });
}

function entityIn(doc: CommandContext["doc"], { work }: Asked): unknown {
  const at = work.changes.length - 1;
  const { verb, args } = work.changes[at]!;
  return readEntity(doc, verb.ref(args as never, work.ids[at]!));
}

/** The request came again: what it made, as it is by now. */
async function answerAgain(asked: Asked, seq: number): Promise<MapResult> {
  const held = await syncCore().rooms.enter(asked.journeyId);
  if (!held) return refused("not_found");
  try {
    await held.room.follower.reach();
    await held.room.settles();
    const entity = entityIn(held.room.document.doc, asked);
    return { ok: true, seq, results: resultsOf(asked), entity };
  } finally {
    held.release();
  }
}

async function make(asked: Asked): Promise<MapResult> {
  const { journeyId, author, work } = asked;
  const guarded = work.changes.flatMap(({ verb, args, ifSeq }, at): Guarded[] =>
    ifSeq === undefined || verb.isNew
      ? []
      : [{ ref: verb.ref(args as never, work.ids[at]!), ifSeq }],
  );
  for (let tries = 0; tries < mostTries; tries += 1) {
    const since = await lookSince(journeyId, author, guarded);
    if (!since.ok) return { ...refused("version_conflict"), seq: since.seq };
    const done = await write(asked, since.stamps);
    if (done !== "too_late") return done;
  }
  return refused("conflict");
}

interface Written {
  readonly refusal: MapRefusal | "too_late" | null;
  readonly entity: unknown;
}

function run(ctx: CommandContext, asked: Asked, stamps: Stamps): Written {
  if (!areSame(ctx.doc, stamps)) return { refusal: "too_late", entity: null };
  const refusal = makeAll(ctx, asked.work);
  return { refusal, entity: refusal ? null : entityIn(ctx.doc, asked) };
}

async function write(
  asked: Asked,
  stamps: Stamps,
): Promise<MapResult | "too_late"> {
  const { journeyId, author, key } = asked;
  try {
    const done = await withDocument(journeyId, author, key.idemKey, (ctx) =>
      run(ctx, asked, stamps),
    );
    if (done.isRepeated) return await answerAgain(asked, done.seq);
    const { refusal, entity } = done.value;
    if (refusal === "too_late") return "too_late";
    if (refusal) return { ok: false, ...refusal };
    // Others' changes may have been stored in the same stroke, behind this one.
    const own = await syncCore().log.findIdem(journeyId, key.idemKey);
    const seq = own ?? done.seq;
    return { ok: true, seq, results: resultsOf(asked), entity };
  } catch (error) {
    if (error instanceof RefusedHalfway) return { ok: false, ...error.refusal };
    if (error instanceof AppError && error.code === "map_full")
      return refused("map_full");
    // Everything in it is allowed one by one, so there is too much of it.
    if (error instanceof AppError && error.code === "impossible")
      return refused("too_large");
    throw error;
  }
}
