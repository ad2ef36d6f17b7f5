import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeCheckout, type Command, type MadeCheckout } from "./made-checkout";
import { createTestDatabase, type TestDatabase } from "./postgres";

// Other tests run beside it, on machines of two cores.
const patience = { timeout: 60_000, interval: 50 };
let database: TestDatabase;
let checkout: MadeCheckout;

beforeEach(async () => {
  database = await createTestDatabase();
  checkout = await makeCheckout(database.url);
  checkout.write("server/words.ts", `export const words = "first";`);
});
afterEach(async () => {
  await checkout.remove();
  await database.drop();
});

const says = (command: Command, words: string) =>
  vi.waitFor(() => expect(command.text()).toContain(words), patience);

async function pageSays(words: string): Promise<void> {
  const page = await fetch(checkout.url);
  expect([page.status, await page.text()]).toEqual([200, words]);
}

/** npm has ended, and with it whatever it started. */
async function isOver(command: Command): Promise<void> {
  await command.ended;
  await vi.waitFor(() => expect(command.left()).toEqual([]), patience);
}

/** A start that has built half, and will not build more. */
async function building(): Promise<Command> {
  checkout.write("hold", "");
  const started = checkout.run("start");
  await vi.waitUntil(() => checkout.has(".next/half"), patience);
  expect(started.text()).toContain("… Building");
  return started;
}

describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("is ended by Ctrl+C while it builds, also pressed again, and nothing of the build goes on", async () => {
    const started = await building();
    expect(started.left().length).toBeGreaterThan(3);
    started.signal("SIGINT");
    started.signal("SIGINT");
    await isOver(started);
    expect(started.text()).toContain("– Building was stopped");
    expect(started.text()).not.toContain("✗");
    expect(checkout.has(".data/running.lock")).toBe(false);
  });

  test("becomes ready after one that was killed while it built, with a whole build, and builds no second time", async () => {
    const killed = await building();
    killed.signal("SIGKILL");
    await isOver(killed);
    expect(checkout.has(".next/BUILD_ID")).toBe(false);
    checkout.take("hold");

    const next = checkout.run("start");
    await says(next, "Waymark is ready at");
    expect(next.text()).toContain("✓ Building");
    expect(checkout.has(".next/half")).toBe(false);
    await pageSays("first");
    next.signal("SIGINT");
    await isOver(next);

    const again = checkout.run("start");
    await says(again, "Waymark is ready at");
    expect(again.text()).not.toContain("Building");
    again.signal("SIGINT");
    await isOver(again);
  });
});

describe.skipIf(process.platform !== "linux")("npm run dev", () => {
  test("starts the server anew with what was changed, keeps it where that cannot be read, and is ended by Ctrl+C", async () => {
    const started = checkout.run("dev");
    await says(started, "Waymark is ready at");
    await pageSays("first");
    checkout.write("server/words.ts", `export const words = "second";`);
    await says(started, "Server restarted");
    await pageSays("second");

    checkout.write("server/words.ts", `export const words = ;`);
    await says(started, "Unexpected");
    await pageSays("second");
    checkout.write("server/words.ts", `export const words = "third";`);
    await vi.waitFor(() => pageSays("third"), patience);
    expect(checkout.has(".next")).toBe(false);

    started.signal("SIGINT");
    await isOver(started);
  });
});
