import { logger } from "@/server/logger";

const underWay = new Set<Promise<void>>();

/**
 * Does something after the answer has gone out: how long it takes, and whether there was anything to
 * do, must not show in the answer.
 */
export function later(work: () => Promise<void>): void {
  const task = work()
    .catch((error: unknown) => logger().error({ err: error }, "later failed"))
    .finally(() => underWay.delete(task));
  underWay.add(task);
}

/** Resolves when everything begun so far, and what that began, is done. */
export async function laterSettled(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}
