import { own, W, type MatrixRow } from "./row";

const one = `${W}/stakeholders/{stakeholderId}/personal-link`;
const linkMakers = (done: number) =>
  `401 404 404 403 403 ${done} ${done} ${done} 403 403`;
/** What is a person's own is not there for anybody else. */
const nobodyElse = "401 404 404 404 404 404 404 404 404 404";

/** People without an account: their links, what these open, and the weekly mail. */
export const personRows: readonly MatrixRow[] = [
  {
    route: `GET ${one}`,
    cells: linkMakers(200),
    attempt: async (world) => ({
      params: { stakeholderId: await world.linkedStakeholder() },
    }),
  },
  {
    route: `POST ${one}`,
    cells: linkMakers(201),
    attempt: async (world) => ({
      params: { stakeholderId: await world.linkedStakeholder() },
      body: {},
    }),
  },
  {
    route: `POST ${one}/mail`,
    cells: linkMakers(204),
    attempt: async (world) => ({
      params: { stakeholderId: await world.linkedStakeholder() },
    }),
  },
  {
    route: `DELETE ${one}`,
    cells: linkMakers(204),
    attempt: async (world) => ({
      params: { stakeholderId: await world.linkedStakeholder() },
    }),
  },
  { route: "GET /person", cells: nobodyElse, person: 200 },
  {
    route: "PUT /person/tasks/{journeyId}/{cardId}",
    cells: nobodyElse,
    person: 204,
    attempt: async (world) => ({
      params: await world.task("person"),
      body: { status: "done" },
    }),
  },
  {
    route: "PUT /person/digest",
    cells: nobodyElse,
    person: 204,
    attempt: () => ({ body: { isStopped: true } }),
  },
  { route: "GET /me/digests", cells: own(200) },
  {
    route: "PUT /me/digests/{workspaceId}",
    cells: own(204),
    attempt: async (world, who) => ({
      params: await world.ownStakeholder(who),
      body: { isStopped: false },
    }),
  },
];
