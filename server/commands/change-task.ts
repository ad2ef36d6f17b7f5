import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { TaskChange } from "@/lib/api/tasks";
import { setCard } from "@/lib/journey/cards";
import { entityOf } from "@/lib/journey/document";
import type { CardId } from "@/lib/journey/ids";
import { readCard } from "@/lib/journey/records";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { withDocument } from "@/server/sync/door";
import { authorOf } from "./author-of";
import { findRefs } from "./map-refs";

export interface ChangeOfTask {
  readonly journeyId: string;
  readonly cardId: CardId;
  readonly change: TaskChange;
  /** The same key twice changes it once. */
  readonly idemKey: string | null;
}

/**
 * Says how far a task is, whose and until when, through the room of its map, so that everyone there sees it at once.
 * What the change does not name stays as it is by then: of two people one can say who, the other by when.
 */
export async function changeTask(
  { actor }: Caller<InsideActor>,
  { journeyId, cardId, change, idemKey }: ChangeOfTask,
): Promise<Outcome<{ seq: number }, "forbidden" | "not_found">> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const journey = await prisma().journey.findUnique({
    where: { workspaceId_id: { workspaceId, id: journeyId }, deletedAt: null },
    select: { id: true },
  });
  if (!journey) return refused("not_found");
  const { stakeholderId, status, due } = change;
  const stakeholders = stakeholderId ? [stakeholderId] : [];
  if (!(await findRefs(workspaceId, [{ stakeholders }])))
    return refused("not_found");
  const done = await withDocument(
    journeyId,
    authorOf(actor),
    idemKey,
    (ctx) => {
      const card = entityOf(ctx.doc, "cards", cardId);
      const task = card && readCard(cardId, card).value.task;
      if (!task) return refused("not_found");
      const next = {
        stakeholderId:
          stakeholderId === undefined ? task.stakeholderId : stakeholderId,
        status: status ?? task.status,
        due: due === undefined ? task.due : due,
      };
      return setCard(ctx, { cardId, task: next });
    },
  );
  // The same request came again: it is done.
  if (done.isRepeated) return { ok: true, seq: done.seq };
  return done.value.ok ? { ok: true, seq: done.seq } : refused("not_found");
}
