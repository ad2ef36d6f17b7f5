import { vi } from "vitest";

/**
 * How long a test waits for what it expects, where it does not say. Vitest's own second is over before a busy machine has
 * done what takes half of one on a quiet machine; where all is well nobody waits so long.
 */
export const patienceMs = 15_000;

type Options = number | { timeout?: number; interval?: number };

const patient = (options: Options = {}) =>
  typeof options === "number"
    ? options
    : { ...options, timeout: options.timeout ?? patienceMs };

const marked = vi as typeof vi & { isPatient?: true };

// Files share a process, and with it what is set here.
if (!marked.isPatient) {
  const { waitFor, waitUntil } = vi;
  vi.waitFor = (callback, options) => waitFor(callback, patient(options));
  vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));
  marked.isPatient = true;
}
