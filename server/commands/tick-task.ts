import type { PersonActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { PersonalTaskChange } from "@/lib/api/person";
import { setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { entityOf } from "@/lib/journey/document";
import type { CardId } from "@/lib/journey/ids";
import { readCard } from "@/lib/journey/records";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { withDocument } from "@/server/sync/door";
import { awaitRows } from "./await-rows";

interface Tick extends PersonalTaskChange {
  readonly journeyId: string;
  readonly cardId: CardId;
}

type Ticked = "changed" | "same" | "absent";

/** The document says whose a task is; rows may be a moment behind it. */
function tick(
  ctx: CommandContext,
  { stakeholderId }: PersonActor,
  { cardId, status }: Tick,
): Ticked {
  const card = entityOf(ctx.doc, "cards", cardId);
  const task = card && readCard(cardId, card).value.task;
  // What the team has dropped is not the person's to take up again.
  if (task?.stakeholderId !== stakeholderId || task.status === "dropped")
    return "absent";
  const isOpen = task.status !== "done";
  if (isOpen === (status === "open")) return "same";
  const done = setCard(ctx, { cardId, task: { ...task, status } });
  return done.ok ? "changed" : "absent";
}

/**
 * A stakeholder without an account ticks one of their own tasks off, or takes it up again; everybody on the map
 * sees it at once. Saying twice what is so already changes nothing.
 */
export async function tickTask(
  caller: Caller<PersonActor>,
  change: Tick,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  if (!can(actor, "duty:change")) return refused("forbidden");
  const { workspaceId, stakeholderId } = actor;
  const { journeyId, cardId, status } = change;
  const isHere = await prisma().journey.count({
    where: { workspaceId, id: journeyId, deletedAt: null, archivedAt: null },
  });
  if (isHere === 0) return refused("not_found");
  const author = { kind: "person", id: stakeholderId } as const;
  const { value, seq } = await withDocument(journeyId, author, null, (ctx) =>
    tick(ctx, actor, change),
  );
  if (value === "absent") return refused("not_found");
  if (value === "changed") {
    const subject = { kind: "task", id: cardId };
    const detail = { journeyId, status };
    const action = "task:change";
    await audit({ caller, workspaceId, action, subject, detail });
    await awaitRows(new Map([[journeyId, seq]]));
  }
  return { ok: true };
}
