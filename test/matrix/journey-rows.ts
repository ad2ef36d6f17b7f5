import {
  admins,
  editors,
  historians,
  J,
  librarians,
  linkers,
  makers,
  members,
  type MatrixRow,
  W,
  watchers,
} from "./row";

/** A journey, its versions, tasks and links; what is on its map has rows of its own. */
export const journeyRows: readonly MatrixRow[] = [
  // Journeys
  { route: `GET ${J}`, cells: members },
  { route: `GET ${W}/attention`, cells: members },
  {
    route: `POST ${J}`,
    cells: editors(201),
    attempt: () => ({ body: { source: { kind: "blank" } } }),
  },
  {
    route: `GET ${J}/{journeyId}`,
    cells: members,
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `PATCH ${J}/{journeyId}`,
    cells: editors(200),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { archived: true },
    }),
  },
  {
    route: `DELETE ${J}/{journeyId}`,
    when: "one's own",
    cells: editors(204),
    attempt: async (world, who) => ({
      params: { journeyId: await world.journey(who) },
    }),
  },
  {
    route: `DELETE ${J}/{journeyId}`,
    when: "another's",
    cells: makers(204),
    attempt: async (world) => ({
      params: { journeyId: await world.journey("viewer") },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/restore`,
    when: "one's own",
    cells: editors(200),
    attempt: async (world, who) => ({
      params: { journeyId: await world.deletedJourney(who) },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/restore`,
    when: "another's",
    cells: makers(200),
    attempt: async (world) => ({
      params: { journeyId: await world.deletedJourney("viewer") },
    }),
  },
  {
    route: `PATCH ${J}/{journeyId}/cards/{cardId}/task`,
    cells: editors(200),
    attempt: async (world) => ({
      params: await world.task(),
      body: { status: "done" },
    }),
  },

  // Evaluation
  {
    route: `GET ${J}/{journeyId}/evaluation`,
    cells: historians,
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `PUT ${J}/{journeyId}/evaluation`,
    cells: editors(200),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { question: "after-care", isDone: true },
    }),
  },

  // Reviews
  {
    route: `GET ${J}/{journeyId}/reviews`,
    cells: members,
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/reviews`,
    cells: librarians(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { note: "Still true" },
    }),
  },
  {
    route: `DELETE ${J}/{journeyId}/reviews/{reviewId}`,
    when: "one's own",
    cells: librarians(204),
    attempt: async (world, who) => ({ params: await world.review(who) }),
  },
  {
    route: `DELETE ${J}/{journeyId}/reviews/{reviewId}`,
    when: "another's",
    cells: admins(204),
    attempt: async (world) => ({ params: await world.review("viewer") }),
  },

  // Versions
  {
    route: `GET ${J}/{journeyId}/versions`,
    cells: historians,
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/versions`,
    cells: editors(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { name: "Before the workshop" },
    }),
  },
  {
    route: `GET ${J}/{journeyId}/versions/{seq}`,
    cells: historians,
    attempt: async (world) => ({
      params: { journeyId: await world.journey(), seq: "1" },
    }),
  },
  {
    route: `PATCH ${J}/{journeyId}/versions/{seq}`,
    cells: editors(200),
    attempt: async (world) => ({
      params: { journeyId: await world.journey(), seq: "1" },
      body: { name: "First draft" },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/versions/{seq}/restore`,
    cells: editors(200),
    attempt: async (world) => {
      const { journeyId } = await world.task();
      return { params: { journeyId, seq: "1" } };
    },
  },
  {
    route: `GET ${J}/{journeyId}/difference`,
    cells: historians,
    attempt: async (world) => ({
      params: { journeyId: (await world.task()).journeyId },
      query: "?from=1",
    }),
  },
  {
    route: `GET ${J}/{journeyId}/authors`,
    cells: historians,
    attempt: async (world) => ({
      params: { journeyId: (await world.task()).journeyId },
      query: "?from=1",
    }),
  },

  // Share links
  {
    route: `GET ${J}/{journeyId}/share-links`,
    cells: linkers(200),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/share-links`,
    cells: linkers(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: {},
    }),
  },
  {
    route: `DELETE ${J}/{journeyId}/share-links`,
    cells: linkers(200),
    attempt: async (world) => {
      const { journeyId } = await world.shareLink();
      return { params: { journeyId } };
    },
  },
  {
    route: `DELETE ${J}/{journeyId}/share-links/{linkId}`,
    cells: linkers(204),
    attempt: async (world) => ({ params: await world.shareLink() }),
  },
  // Saved views
  {
    route: `GET ${J}/{journeyId}/views`,
    cells: members,
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/views`,
    cells: watchers(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { name: "Nobody answers", sight: { withoutOwner: true } },
    }),
  },
  {
    route: `POST ${J}/{journeyId}/views`,
    when: "for all members",
    cells: librarians(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { name: "Nobody answers", shared: true, sight: {} },
    }),
  },
  {
    route: `PATCH ${J}/{journeyId}/views/{viewId}`,
    cells: watchers(200),
    attempt: async (world, who) => ({
      params: await world.savedView(who),
      body: { name: "Mine" },
    }),
  },
  {
    route: `PATCH ${J}/{journeyId}/views/{viewId}`,
    when: "another's that is shared",
    cells: admins(200),
    attempt: async (world) => ({
      params: await world.savedView("shared"),
      body: { name: "Ours" },
    }),
  },
  {
    route: `DELETE ${J}/{journeyId}/views/{viewId}`,
    cells: watchers(204),
    attempt: async (world, who) => ({ params: await world.savedView(who) }),
  },
];
