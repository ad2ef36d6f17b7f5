import { afterEach, expect, test, vi } from "vitest";
import { sqlToSchema } from "../scripts/prisma.mjs";
import { createTestDatabase } from "./postgres";

afterEach(() => vi.unstubAllEnvs());

// Asked once for both: Prisma's command line takes seconds of a processor to say anything.
test("the migrations bring an empty database to the schema, and a warning of Node does not come between Prisma and its engine", async () => {
  // Node warns on standard error when both are set, and Prisma expects JSON there.
  vi.stubEnv("FORCE_COLOR", "1");
  vi.stubEnv("NO_COLOR", "1");
  // A copy of what exactly these migrations made of an empty one.
  const database = await createTestDatabase();
  // Where this fails, a model changed: npm run migration -- <name of the change>
  expect(await sqlToSchema(database.url)).toBe("");
  await database.drop();
});
