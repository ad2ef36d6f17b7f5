import { J, members, own, W, type MatrixRow } from "./row";

/** Those who may not edit maps talk about them too. */
const speakers = (done: number) =>
  `401 403 404 403 ${done} ${done} ${done} ${done} 403 ${done}`;
const nobody = "401 403 404 403 403 403 403 403 403 403";
/** What somebody was told is for no program of theirs. */
const personal = (done: number) =>
  `401 404 404 ${done} ${done} ${done} ${done} ${done} 403 403`;

const words = { body: "Is this still so?" };

/** What people say about maps, and what they are told. */
export const commentRows: readonly MatrixRow[] = [
  {
    route: `GET ${J}/{journeyId}/threads`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.thread("owner");
      return { params: { journeyId } };
    },
  },
  {
    route: `GET ${J}/{journeyId}/conversation`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.thread("owner");
      return { params: { journeyId } };
    },
  },
  {
    route: `POST ${J}/{journeyId}/threads`,
    cells: speakers(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { ...words, anchor: { kind: "map" } },
    }),
  },
  {
    route: `GET ${W}/threads/{threadId}`,
    cells: members,
    attempt: async (world) => {
      const { threadId } = await world.thread("owner");
      return { params: { threadId } };
    },
  },
  {
    route: `POST ${W}/threads/{threadId}/comments`,
    cells: speakers(201),
    attempt: async (world) => {
      const { threadId } = await world.thread("owner");
      return { params: { threadId }, body: words };
    },
  },
  {
    route: `PATCH ${W}/threads/{threadId}/comments/{commentId}`,
    when: "one's own",
    cells: speakers(200),
    attempt: async (world, who) => {
      const { threadId, commentId } = await world.thread(who);
      return { params: { threadId, commentId }, body: words };
    },
  },
  {
    route: `PATCH ${W}/threads/{threadId}/comments/{commentId}`,
    when: "another's",
    cells: nobody,
    attempt: async (world) => {
      const { threadId, commentId } = await world.thread("outsider");
      return { params: { threadId, commentId }, body: words };
    },
  },
  {
    route: `DELETE ${W}/threads/{threadId}/comments/{commentId}`,
    when: "one's own",
    cells: speakers(204),
    attempt: async (world, who) => {
      const { threadId, commentId } = await world.thread(who);
      return { params: { threadId, commentId } };
    },
  },
  {
    route: `DELETE ${W}/threads/{threadId}/comments/{commentId}`,
    when: "another's",
    cells: "401 403 404 403 403 403 204 204 403 403",
    attempt: async (world) => {
      const { threadId, commentId } = await world.thread("outsider");
      return { params: { threadId, commentId } };
    },
  },
  {
    route: `PATCH ${W}/threads/{threadId}`,
    when: "one's own",
    cells: speakers(200),
    attempt: async (world, who) => {
      const { threadId } = await world.thread(who);
      return { params: { threadId }, body: { isResolved: true } };
    },
  },
  {
    route: `PATCH ${W}/threads/{threadId}`,
    when: "another's",
    cells: "401 403 404 403 403 200 200 200 403 403",
    attempt: async (world) => {
      const { threadId } = await world.thread("outsider");
      return { params: { threadId }, body: { isResolved: true } };
    },
  },
  {
    route: `PUT ${W}/threads/{threadId}/read`,
    cells: personal(204),
    attempt: async (world) => {
      const { threadId } = await world.thread("owner");
      return { params: { threadId } };
    },
  },
  {
    route: `PUT ${J}/{journeyId}/mute`,
    cells: personal(204),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: { isMuted: true },
    }),
  },
  {
    route: `GET ${W}/inbox`,
    cells: personal(200),
    attempt: async (world, who) => {
      await world.notification(who);
      return {};
    },
  },
  { route: `GET ${W}/inbox/count`, cells: personal(200) },
  {
    route: `POST ${W}/inbox/read`,
    cells: personal(204),
    attempt: () => ({ body: { upTo: "2026-11-30T09:00:00.000Z" } }),
  },
  {
    route: `PATCH ${W}/inbox/{notificationId}`,
    cells: personal(204),
    attempt: async (world, who) => ({
      params: { notificationId: await world.notification(who) },
      body: { isRead: true },
    }),
  },
  {
    route: `GET ${W}/activity`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.deed();
      return { query: `?journey=${journeyId}` };
    },
  },
  { route: "GET /me/notices", cells: own(200) },
  {
    route: "PUT /me/notices/{workspaceId}",
    cells: own(204),
    attempt: ({ app }, who) => ({
      params: {
        workspaceId: who === "outsider" ? app.other.id : app.workspace.id,
      },
      body: { direct: "now", others: "daily" },
    }),
  },
];
