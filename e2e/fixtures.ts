import { test as base } from "@playwright/test";
import { startTestServer, type TestServer } from "./server";

export { expect } from "@playwright/test";

interface WorkerFixtures {
  readonly server: TestServer;
}

export const test = base.extend<object, WorkerFixtures>({
  server: [
    // Playwright reads from the braces which fixtures this one needs: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startTestServer();
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});
