import { test as base } from "@playwright/test";
import { openMailbox, type Mailbox } from "./mailbox";
import { builtFiles, type BuiltFile } from "./pages";
import { createPeople, type Person, type SignUpOptions } from "./people";
import { makeSample, type Sample } from "./sample";
import { startTestServer, type TestServer } from "./server";
import { makeTwoTeams, type TwoTeams } from "./two-teams";

export { expect } from "./expect";

interface Fixtures {
  /** Makes an account and a signed-in browser of its own. */
  readonly signUp: (options?: SignUpOptions) => Promise<Person>;
  /** What the server mailed. */
  readonly mailbox: Mailbox;
}

interface WorkerFixtures {
  /** The server that all tests of this worker share; a test may kill it and start it again. */
  readonly server: TestServer;
  /** Two workspaces of strangers, which all tests of this worker share. */
  readonly teams: TwoTeams;
  /** One person with the sample map, whom tests share that leave it as it was, or do not mind. */
  readonly sample: Sample;
  /** The scripts and styles that browsers are sent. */
  readonly chunks: readonly BuiltFile[];
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the braces what this needs: nothing.
    async ({}, use) => {
      const server = await startTestServer();
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  teams: [
    async ({ browser, server }, use) => {
      const teams = await makeTwoTeams(browser, server);
      await use(teams);
      await teams.close();
    },
    { scope: "worker" },
  ],
  sample: [
    async ({ browser, server }, use) => {
      const sample = await makeSample(browser, server);
      await use(sample);
      await sample.close();
    },
    { scope: "worker" },
  ],
  chunks: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the braces what this needs: nothing.
    async ({}, use) => use(await builtFiles()),
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  signUp: async ({ browser, server }, use) => {
    const people = createPeople(browser, server);
    await use(people.signUp);
    await people.close();
  },
  mailbox: async ({ server }, use) => use(openMailbox(server)),
});
