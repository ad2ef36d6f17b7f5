import { randomBytes } from "node:crypto";
import { expect, type APIRequestContext, type Browser } from "@playwright/test";
import { createPeople, type Person } from "./people";
import { askAs, cookieOf, type Ask } from "./raw";
import type { TestServer } from "./server";

/** One workspace in which everything has a name that is found nowhere else. */
export interface Team {
  readonly owner: Person;
  readonly ask: Ask;
  readonly slug: string;
  /** An id of a journey, and what it and its neighbour are called. */
  readonly journeyId: string;
  readonly title: string;
  /** An id of a stakeholder. */
  readonly stakeholderId: string;
  readonly otherTitle: string;
  /** Words that only members may read. */
  readonly words: readonly string[];
  /** Addresses of its people. */
  readonly emails: readonly string[];
}

export interface TwoTeams {
  readonly ours: Team;
  readonly theirs: Team;
  /** One of ours who may only look. */
  readonly viewer: { readonly email: string; readonly ask: Ask };
  readonly nobody: Ask;
  /** Paths of our journey's share link and of an open invitation. */
  readonly link: string;
  readonly invitation: string;
  readonly close: () => Promise<unknown>;
}

const unique = (word: string) => `${word}-${randomBytes(5).toString("hex")}`;

async function post<T>(
  request: APIRequestContext,
  path: string,
  data: object,
): Promise<T> {
  const answer = await request.post(`/api/v1/workspaces/${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
}

async function makeTeam(server: TestServer, owner: Person): Promise<Team> {
  const { workspace: slug, context } = owner;
  const { request } = context;
  const [name, title, otherTitle, supplier] = [
    "Orchard",
    "Quince",
    "Medlar",
    "Supplier",
  ].map(unique) as [string, string, string, string];
  await request.patch(`/api/v1/workspaces/${slug}`, { data: { name } });
  const [journey] = await Promise.all(
    [title, otherTitle].map((called) =>
      post<{ id: string }>(request, `${slug}/journeys`, {
        title: called,
        source: { kind: "blank" },
      }),
    ),
  );
  const email = `${supplier.toLowerCase()}@suppliers.example`;
  const somebody = await post<{ id: string }>(request, `${slug}/stakeholders`, {
    kind: "person",
    name: supplier,
    email,
    jobTitle: "",
    note: "",
    colour: "grey",
    userId: null,
  });
  return {
    owner,
    ask: askAs(server, await cookieOf(context)),
    slug,
    journeyId: journey!.id,
    stakeholderId: somebody.id,
    title,
    otherTitle,
    words: [name, title, otherTitle, supplier],
    emails: [owner.email, email],
  };
}

/** Two workspaces of strangers on one server. */
export async function makeTwoTeams(
  browser: Browser,
  server: TestServer,
): Promise<TwoTeams> {
  const people = createPeople(browser, server);
  const [ada, grace] = await Promise.all([
    people.signUp({ name: unique("Ada") }),
    people.signUp({ name: unique("Grace") }),
  ]);
  const ours = await makeTeam(server, ada);
  const theirs = await makeTeam(server, grace);
  const { request } = ada.context;
  const shared = await post<{ url: string }>(
    request,
    `${ours.slug}/journeys/${ours.journeyId}/share-links`,
    {},
  );
  const invite = () =>
    post<{ url: string }>(request, `${ours.slug}/invitations`, {
      role: "viewer",
    });
  const [forVera, open] = await Promise.all([invite(), invite()]);
  const vera = await people.signUp({
    name: unique("Vera"),
    invitation: new URL(forVera.url).pathname.split("/").at(-1)!,
  });
  return {
    ours,
    theirs,
    viewer: {
      email: vera.email,
      ask: askAs(server, await cookieOf(vera.context)),
    },
    nobody: askAs(server),
    link: new URL(shared.url).pathname,
    invitation: new URL(open.url).pathname,
    close: people.close,
  };
}
