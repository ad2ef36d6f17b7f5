import { setCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { CardId } from "@/lib/journey/ids";
import type { Task } from "@/lib/journey/journey-map";

/** Marks a task as done, and a done one as open again. */
export function tickTask(
  ctx: CommandContext,
  { id, task }: { readonly id: CardId; readonly task: Task },
): CommandResult {
  const status = task.status === "done" ? "open" : "done";
  return setCard(ctx, { cardId: id, task: { ...task, status } });
}
