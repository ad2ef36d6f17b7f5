import type { OwnerRefusal } from "@/lib/api/ownership";
import type { CommandContext } from "@/lib/journey/command";
import { AppError, refused, type Refused } from "@/server/errors";
import type { LogActor } from "@/server/log/contract";
import { withDocument } from "@/server/sync/door";
import { isJourneyHere } from "./is-journey-here";

interface Place {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly author: LogActor;
}

/**
 * Changes one of several maps. What keeps it from being changed is a value, because the others go on.
 * Repeating must do no harm.
 */
export async function onMap<T>(
  { workspaceId, journeyId, author }: Place,
  op: (ctx: CommandContext) => T,
): Promise<{ ok: true; value: T; seq: number } | Refused<OwnerRefusal>> {
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  try {
    const done = await withDocument(journeyId, author, null, op);
    return { ok: true, value: done.value as T, seq: done.seq };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(error.code === "not_found" ? "not_found" : "unavailable");
  }
}
