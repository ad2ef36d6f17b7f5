import { setTimeout as wait } from "node:timers/promises";
import type { ImportProgress } from "@/lib/imports/progress";
import type { Prisma } from "@/server/db/generated/client";
import { prisma, type Database, type Transaction } from "@/server/db/prisma";
import { logger } from "@/server/logger";

/** Whoever watches asks about as often. */
const tellMs = 500;

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<unknown>;
}

/** What this process works on, so that nobody's work is lost from sight when it ends. */
const running = new Map<string, Running>();

export interface WorkOf {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly tell: (progress: ImportProgress) => void;
}

/** Only work that goes on can get on or end; whoever ends it first has decided how. */
export async function endWork(
  id: string,
  how: Prisma.ImportWorkUncheckedUpdateManyInput & { readonly state: string },
  through: Database | Transaction = prisma(),
): Promise<boolean> {
  const { count } = await through.importWork.updateMany({
    where: { id, state: "running" },
    data: how,
  });
  return count > 0;
}

/** Says how far it is, and that it goes on; false once somebody has ended it. */
async function isGoingOn(
  id: string,
  progress: ImportProgress | null,
): Promise<boolean> {
  // The clock of the database, by which others judge whether it is silent.
  const count = await prisma().$executeRaw`
    UPDATE "ImportWork" SET "seenAt" = now(), step = coalesce(${progress?.step ?? null}, step),
      done = coalesce(${progress?.done ?? null}::int, done), total = coalesce(${progress?.total ?? null}::int, total)
    WHERE id = ${id}::uuid AND state = 'running'`;
  return count > 0;
}

/** Tends the row of a work until it is over, and ends the work once somebody has ended the row. */
async function tend(
  id: string,
  newest: () => ImportProgress | null,
  { over, controller }: { over: AbortSignal; controller: AbortController },
): Promise<void> {
  while (!over.aborted) {
    await wait(tellMs, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    try {
      if (!(await isGoingOn(id, newest()))) return controller.abort();
    } catch (error) {
      // A database that is away for a moment ends nothing.
      logger().warn({ err: error }, "progress of an import was not told");
    }
  }
}

/**
 * Works on a file while its row says how far it is. It ends by itself, when it is cancelled through its row (by whichever
 * process), and when this process stops.
 *
 * @param id - of a row that is there.
 */
export function atWork<T>(
  id: string,
  work: (of: WorkOf) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const working = tended(id, controller, work);
  const ended = working.then(nothing, nothing);
  running.set(id, { controller, ended });
  return working.finally(() => running.delete(id));
}

const nothing = () => undefined;

async function tended<T>(
  id: string,
  controller: AbortController,
  work: (of: WorkOf) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  let progress: ImportProgress | null = null;
  const tell = (said: ImportProgress) => {
    progress = said;
  };
  const tending = tend(id, () => progress, { over: over.signal, controller });
  try {
    return await work({ id, signal: controller.signal, tell });
  } finally {
    over.abort();
    await tending;
  }
}

/** Ends the thread of a work at once, where it is in this process; others find it ended by its row. */
export const interrupt = (id: string): void =>
  running.get(id)?.controller.abort();

/** Ends what is worked on, and waits for that: nothing of it is kept, and its row says that it has stopped. */
export async function stopWorks(): Promise<void> {
  await Promise.all(
    Array.from(running, async ([id, { controller, ended }]) => {
      await endWork(id, { state: "stopped" }).catch((error: unknown) =>
        logger().warn({ err: error }, "an import could not be marked"),
      );
      controller.abort();
      await ended;
    }),
  );
}
