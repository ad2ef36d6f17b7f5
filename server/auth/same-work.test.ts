import { parseOptions, verify } from "@node-rs/argon2";
import { afterAll, expect, test, vi } from "vitest";

afterAll(() => {
  vi.doUnmock("@node-rs/argon2");
  vi.resetModules();
});

test("[AN-05] an unknown address costs the same work as a known one: one password is checked, at the same strength", async () => {
  const checks: string[] = [];
  vi.resetModules();
  vi.doMock("@node-rs/argon2", async (importOriginal) => ({
    ...(await importOriginal<typeof import("@node-rs/argon2")>()),
    verify: (against: string, password: string) => {
      checks.push(against);
      return verify(against, password);
    },
  }));
  const { hashPassword, verifyPassword } = await import("./password");
  const known = await hashPassword("kettle orbit lamp 42");
  // The first question of a process makes the hash that stands for nobody's.
  await verifyPassword(null, "anything");
  checks.length = 0;
  expect(await verifyPassword(known, "wrong but long enough")).toBe(false);
  expect(await verifyPassword(null, "wrong but long enough")).toBe(false);
  expect(checks).toHaveLength(2);
  expect(checks.map((against) => parseOptions(against))).toEqual([
    parseOptions(known),
    parseOptions(known),
  ]);
  expect(checks[0]).toBe(known);
});
