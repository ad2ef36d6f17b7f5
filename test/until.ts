import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 20;

/**
 * Waits for something that other processes bring about. Not for ever: what looks on after its test has given up would hold
 * up all that come after it.
 */
export async function until(
  isSo: () => Promise<boolean> | boolean,
): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Still not so: ${String(isSo)}`);
    await wait(LOOK_EVERY_MS);
  }
}
