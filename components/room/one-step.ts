import type { CommandContext } from "@/lib/journey/command";

/** Does several commands as one: one transaction for everyone else, one step to take back. */
export function oneStep<T>(
  ctx: CommandContext,
  work: (ctx: CommandContext) => T,
): T {
  const together = () => ctx.doc.transact(() => work(ctx), ctx.origin);
  return ctx.undo ? ctx.undo.asOne(together) : together();
}
