import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { difference } from "@/lib/journey/difference";
import { applyDifference } from "@/lib/journey/difference-apply";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome, type Refused } from "@/server/errors";
import type { LogActor } from "@/server/log/contract";
import { readDocument, withDocument } from "@/server/sync/door";
import { keepVersion } from "@/server/versions/keep";
import { hashOf, newestVersion, readVersionMap } from "@/server/versions/store";
import { authorOf } from "./author-of";
import { isJourneyHere } from "./is-journey-here";

export interface Restore {
  readonly journeyId: string;
  readonly seq: number;
  /** The same key twice restores once. */
  readonly idemKey: string | null;
}

interface Restored {
  readonly seq: number;
  readonly beforeSeq: number | null;
  readonly isChanged: boolean;
}

type Reason =
  | "forbidden"
  | "not_found"
  | "structure_locked"
  | "too_many_cards"
  | "conflict";

/**
 * Brings a map back to what a version says, as one change by whoever asks, through the room of the map: what
 * others type at the same time stays. What the map said before is kept as a version, and so is what it says
 * after.
 */
export async function restoreVersion(
  caller: Caller<InsideActor>,
  restore: Restore,
): Promise<Outcome<Restored, Reason>> {
  const { actor } = caller;
  if (!can(actor, "history:restore")) return refused("forbidden");
  const { journeyId, seq, idemKey } = restore;
  if (!(await isJourneyHere(actor.workspaceId, journeyId)))
    return refused("not_found");
  const version = await readVersionMap(pool(), journeyId, seq);
  if (version === null) return refused("not_found");
  const author = authorOf(actor);
  const before = await keepBefore(journeyId, author);
  const done = await withDocument(journeyId, author, idemKey, (ctx) =>
    lead(ctx, version),
  );
  if (done.isRepeated)
    return { ok: true, seq: done.seq, beforeSeq: null, isChanged: true };
  const { result, from } = done.value;
  if (!result.ok) return refusalOf(result.reason);
  if (from === null)
    return { ok: true, seq: done.seq, beforeSeq: null, isChanged: false };
  const own = { journeyId, actor: author };
  // Others were quicker than the safety copy: what the restore met is kept as well.
  const isLate = hashOf(from) !== before.hash;
  const beforeSeq = isLate ? done.seq - 1 : before.seq;
  if (isLate)
    await keepVersion(pool(), {
      ...own,
      map: from,
      seq: beforeSeq,
      reason: "before-restore",
    });
  await keepVersion(pool(), {
    ...own,
    ...(await readDocument(journeyId)),
    reason: "restored",
    restoredSeq: seq,
  });
  await prisma().$transaction(async (tx) => {
    const { workspaceId } = actor;
    const subject = { kind: "journey", id: journeyId };
    const detail = { version: seq };
    const action = "history:restore";
    await audit({ caller, workspaceId, action, subject, detail }, tx);
    const kind = "version-restored";
    await noteActivity({ actor, workspaceId, journeyId, kind }, tx);
  });
  return { ok: true, seq: done.seq, beforeSeq, isChanged: true };
}

async function keepBefore(
  journeyId: string,
  actor: LogActor,
): Promise<{ seq: number; hash: string }> {
  const { map, seq } = await readDocument(journeyId);
  const hash = hashOf(map);
  const newest = await newestVersion(pool(), journeyId);
  if (newest?.hash === hash) return newest;
  const reason = "before-restore";
  await keepVersion(pool(), { journeyId, map, seq, reason, actor });
  return { seq, hash };
}

/** `from` is what the map said until then; null where it says the same as the version. */
function lead(
  ctx: CommandContext,
  version: JourneyMap,
): { readonly result: CommandResult; readonly from: JourneyMap | null } {
  const from = resolve(ctx.doc);
  const changes = difference(from, version);
  if (changes.length === 0) return { result: { ok: true }, from: null };
  return { result: applyDifference(ctx, changes), from };
}

function refusalOf(
  reason: Exclude<CommandResult, { ok: true }>["reason"],
): Refused<Reason> {
  switch (reason) {
    case "structure_locked":
    case "too_many_cards":
      return refused(reason);
    default:
      return refused("conflict");
  }
}
