import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../fixtures";
import { inviteToWorkspace, make, saved } from "../map";
import { createPeople, type Person } from "../people";
import { startTestServer } from "../server";
import { root } from "../../scripts/processes.mjs";
import {
  around,
  crowded,
  inboxWithNews,
  pages,
  views,
  type Shown,
} from "./screens";
import { takeAll } from "./take";

const folder = path.join(root, "docs", "screens");
test.setTimeout(900_000);

interface Listed {
  readonly journeys: readonly { readonly id: string }[];
  readonly touchpoints: readonly { readonly id: string }[];
  readonly stakeholders: readonly {
    readonly id: string;
    readonly member: object | null;
    readonly version: number;
  }[];
}

/** The page of the first stakeholder without an account. */
async function personalPageOf({ context, workspace }: Person): Promise<string> {
  const all = `/api/v1/workspaces/${workspace}/stakeholders`;
  const { stakeholders } = (await (
    await context.request.get(all)
  ).json()) as Listed;
  const found = stakeholders.find(({ member }) => member === null)!;
  const one = `${all}/${found.id}`;
  await context.request.patch(one, {
    data: { email: "noor@example.org" },
    headers: { "if-match": `"${found.version}"` },
  });
  const made = await context.request.post(`${one}/personal-link`, { data: {} });
  expect(made.status(), await made.text()).toBe(201);
  return new URL(((await made.json()) as { url: string }).url).pathname;
}

/** A map of somebody's workspace, the first of it if none is named, with a link to it. */
async function shownOf(person: Person, journeyId?: string): Promise<Shown> {
  const { context, workspace } = person;
  const base = `/api/v1/workspaces/${workspace}`;
  const list = async (address: string) => {
    const answer = await context.request.get(`${base}/${address}`);
    return (await answer.json()) as Listed;
  };
  const id = journeyId ?? (await list("journeys")).journeys[0]!.id;
  const { touchpoints } = await list(`touchpoints?journey=${id}&limit=1`);
  const made = await context.request.post(
    `${base}/journeys/${id}/share-links`,
    { data: {} },
  );
  expect(made.status(), await made.text()).toBe(201);
  const { url } = (await made.json()) as { url: string };
  return {
    workspace,
    journeyId: id,
    touchpointId: touchpoints[0]!.id,
    link: url,
    personal: await personalPageOf(person),
  };
}

test("pictures the sample map and the pages around it", async ({
  browser,
  signUp,
}) => {
  const person = await signUp({ name: "Ada Brown" });
  const shown = await shownOf(person);
  const { workspace, journeyId, touchpointId } = shown;
  const invitation = await inviteToWorkspace(person.page, {
    workspace,
    role: "commenter",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const me = (await (
    await person.context.request.get("/api/v1/me")
  ).json()) as {
    readonly id: string;
  };
  const mention = () =>
    make(grace.page, `/workspaces/${workspace}/journeys/${journeyId}/threads`, {
      anchor: { kind: "touchpoint", id: touchpointId },
      body: `<@${me.id}> Is this still so? Two people in last week's interviews told us otherwise.`,
    });
  await mention();
  await takeAll([...views, ...around, ...pages, inboxWithNews(mention)], {
    browser,
    folder: path.join(folder, "sample"),
    session: { storageState: await person.context.storageState() },
    shown,
  });
});

test("pictures a map that is full of people and has grown large", async ({
  browser,
}) => {
  const server = await startTestServer({
    LIMIT_SOCKETS_PER_MAP: "1",
    LIMIT_MAP_WARNING_BYTES: "1000",
  });
  const people = createPeople(browser, server);
  const person = await people.signUp();
  const shown = await shownOf(person);
  await person.page.goto(`/w/${shown.workspace}/journeys/${shown.journeyId}`);
  await saved(person.page);
  await takeAll([crowded], {
    browser,
    folder: path.join(folder, "sample"),
    session: {
      baseURL: server.url,
      storageState: await person.context.storageState(),
    },
    shown,
  });
  await people.close();
  await server.close();
});

test("pictures a map of two thousand cards", async ({
  browser,
  server,
  signUp,
}) => {
  const person = await signUp({ name: "Jörg Großmann", locale: "de" });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "scripts/server-task.mjs",
      "server/grown-map/main.ts",
      person.email,
      "--cards",
      "2000",
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: server.databaseUrl,
        DATA_DIR: server.dataDir,
      },
    },
  );
  const journeyId = /\/journeys\/(\S+)/.exec(stdout)?.[1];
  await takeAll([...views, ...around], {
    browser,
    folder: path.join(folder, "grown"),
    session: {
      storageState: await person.context.storageState(),
      locale: "de-DE",
    },
    shown: await shownOf(person, journeyId),
  });
});
