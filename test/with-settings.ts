import { afterAll, beforeAll, vi } from "vitest";
import { forgetEnv } from "@/server/env";
import { closeDisk } from "@/server/files/disk";

/**
 * Gives the tests of a file settings of their own. Files share a process, and what was read once is kept there, so it is
 * forgotten before and after.
 *
 * @param settings - what to set, asked for when the tests begin.
 */
export function withSettings(
  settings: () => Readonly<Record<string, string>>,
): void {
  const forget = () => {
    forgetEnv();
    closeDisk();
  };
  beforeAll(() => {
    for (const [name, value] of Object.entries(settings()))
      vi.stubEnv(name, value);
    forget();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    forget();
  });
}
