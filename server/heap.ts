import v8 from "node:v8";

/**
 * In percent of what is needed. Left alone, the engine lets the heap of a busy server grow to four times that: what is
 * on its way while a small collection runs, pastes above all, is kept until the next whole one.
 */
const growth = 60;

/** Has the heap collected as a whole before it has grown by much, in small steps beside the work. */
export function keepHeapSmall(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${growth}`);
}
