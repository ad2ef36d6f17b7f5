import type { CommandContext } from "@/lib/journey/command";
import type { Change, Stroke, UndoStack } from "@/lib/journey/undo";

/** Does several commands as one: one transaction for everyone else, one step to take back. */
export function oneStep<T>(
  ctx: CommandContext,
  work: (ctx: CommandContext) => T,
): T {
  const { undo } = ctx;
  if (!undo) return ctx.doc.transact(() => work(ctx), ctx.origin);
  const strokes: Stroke[] = [];
  const collector: UndoStack = {
    ...undo,
    push: (stroke) => void strokes.push(stroke),
  };
  const result = ctx.doc.transact(
    () => work({ ...ctx, undo: collector }),
    ctx.origin,
  );
  const first = strokes[0];
  if (first) {
    const changes: Change[] = strokes.flatMap((stroke) => [...stroke.changes]);
    undo.push({ ...first, changes });
  }
  return result;
}
