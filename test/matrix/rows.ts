import { randomUUID } from "node:crypto";
import { personaFields } from "@/lib/api/personas";
import { createResetLink } from "@/server/auth/reset-link";
import { mapRows } from "./map-rows";
import { rightPassword, type Column, type World } from "./world";

/** A request in which nothing is wrong but, perhaps, who sends it. */
export interface Attempt {
  /** Values for the path's parameters; the slug is there already. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MatrixRow {
  /** `METHOD /path` as the route declares it. */
  readonly route: string;
  /** Which of several cases of one route this is. */
  readonly when?: string;
  /** Statuses in the order anon link outsider viewer commenter editor admin owner tokR tokW. */
  readonly cells: string;
  readonly attempt?: (world: World, who: Column) => Attempt | Promise<Attempt>;
}

// The lines of the authorisation matrix that several routes share.
const everyone = (status: number) => Array(10).fill(status).join(" ");
const members = "401 404 404 200 200 200 200 200 200 200";
const editors = (done: number) =>
  `401 403 404 403 403 ${done} ${done} ${done} 403 ${done}`;
const librarians = (done: number) =>
  `401 404 404 403 403 ${done} ${done} ${done} 403 ${done}`;
const admins = (done: number) =>
  `401 404 404 403 403 403 ${done} ${done} 403 403`;
const owners = (done: number) => `401 404 404 403 403 403 403 ${done} 403 403`;
const own = (done: number) =>
  `401 401 ${done} ${done} ${done} ${done} ${done} ${done} 403 403`;
const historians = "401 403 404 200 200 200 200 200 200 200";
const makers = (done: number) =>
  `401 403 404 403 403 403 ${done} ${done} 403 403`;
const linkers = (done: number) =>
  `401 403 404 403 403 ${done} ${done} ${done} 403 403`;

const W = "/workspaces/{slug}";
const J = `${W}/journeys`;

const freshEmail = () => `${randomUUID()}@matrix.example`;

const persona = (): unknown => {
  const texts = Object.fromEntries(
    Object.keys(personaFields.shape).map((key) => [key, ""]),
  );
  return {
    ...texts,
    name: "Persona",
    form: "persona",
    colour: "blue",
    pictureId: null,
    shopping: "both",
    favouriteChannels: [],
    sources: [],
    attributes: [],
    draft: false,
  };
};

const stakeholder = {
  kind: "person",
  name: "Stakeholder",
  email: null,
  jobTitle: "",
  note: "",
  colour: "grey",
  userId: null,
};

const channel = () => ({
  name: `Fax ${randomUUID()}`,
  icon: "circle",
  medium: "offline",
});

const firstVersion = { "if-match": '"1"' };
const png = { "content-type": "image/png" };

/** A reader of somebody's link to set a password; uses it up. */
async function resetToken(world: World): Promise<string> {
  const person = await world.app.addPerson(randomUUID(), freshEmail());
  const me = (await (await person.fetch("/me")).json()) as { email: string };
  const link = await createResetLink(me.email);
  return new URL(link ?? "").searchParams.get("token") ?? "";
}

/** The matrix: every route of the API, who may, and what is answered to the others. */
export const matrix: readonly MatrixRow[] = [
  // Open to all
  {
    route: "POST /account",
    cells: everyone(201),
    attempt: () => ({
      body: {
        email: freshEmail(),
        name: "New",
        password: rightPassword,
        locale: "en",
      },
    }),
  },
  {
    route: "POST /account/confirm",
    cells: everyone(400),
    attempt: () => ({ body: { token: "unknown" } }),
  },
  {
    route: "POST /account/reset",
    cells: everyone(202),
    attempt: () => ({ body: { email: freshEmail() } }),
  },
  {
    route: "POST /account/reset/confirm",
    cells: everyone(200),
    attempt: async (world) => ({
      body: {
        token: await resetToken(world),
        password: "another long passphrase",
      },
    }),
  },
  {
    route: "GET /invitations/{token}",
    cells: everyone(200),
    attempt: async (world) => ({
      params: { token: (await world.invitation()).token },
    }),
  },
  {
    route: "GET /templates",
    cells: everyone(200),
    attempt: () => ({ query: "?locale=en" }),
  },
  { route: "GET /openapi.json", cells: everyone(200) },

  // Own profile, sessions
  { route: "GET /me", cells: own(200) },
  {
    route: "PATCH /me",
    cells: own(200),
    attempt: () => ({ body: { theme: "dark" } }),
  },
  {
    route: "POST /me/password",
    cells: own(204),
    attempt: () => ({ body: { current: rightPassword, next: rightPassword } }),
  },
  { route: "GET /me/sessions", cells: own(200) },
  {
    route: "DELETE /me/sessions/{id}",
    cells: own(204),
    attempt: async (world, who) => ({
      params: { id: await world.session(who) },
    }),
  },
  { route: "DELETE /me/sessions", cells: own(204) },
  { route: "DELETE /me/session", cells: own(204) },
  {
    route: "POST /invitations/{token}/accept",
    when: "by whoever is a member already",
    cells: "401 401 200 409 409 409 409 409 403 403",
    attempt: async (world) => ({
      params: { token: (await world.invitation()).token },
      body: {},
    }),
  },

  // Workspaces
  {
    route: "GET /workspaces",
    cells: "401 401 200 200 200 200 200 200 200 200",
  },
  {
    route: "POST /workspaces",
    cells: own(201),
    attempt: () => ({ body: { name: "Another", locale: "en" } }),
  },
  { route: `GET ${W}`, cells: members },
  {
    route: `PATCH ${W}`,
    cells: admins(200),
    attempt: () => ({ body: { locale: "de" } }),
  },
  {
    route: `DELETE ${W}`,
    when: "without the right password",
    cells: owners(403),
    attempt: () => ({ body: { password: "guess" } }),
  },
  {
    route: `POST ${W}/transfer`,
    when: "without the right password",
    cells: owners(403),
    attempt: (world) => ({
      body: { userId: world.userId("editor"), password: "guess" },
    }),
  },
  { route: `GET ${W}/audit`, cells: admins(200) },

  // Members
  { route: `GET ${W}/members`, cells: members },
  {
    route: `PATCH ${W}/members/{userId}`,
    when: "of a viewer",
    cells: admins(204),
    attempt: async (world) => ({
      params: { userId: await world.member() },
      body: { role: "editor" },
    }),
  },
  {
    route: `PATCH ${W}/members/{userId}`,
    when: "of an admin",
    cells: owners(204),
    attempt: async (world) => ({
      params: { userId: await world.member("admin") },
      body: { role: "editor" },
    }),
  },
  {
    route: `DELETE ${W}/members/{userId}`,
    when: "of a viewer",
    cells: admins(204),
    attempt: async (world) => ({ params: { userId: await world.member() } }),
  },
  {
    route: `DELETE ${W}/members/{userId}`,
    when: "of an admin",
    cells: owners(204),
    attempt: async (world) => ({
      params: { userId: await world.member("admin") },
    }),
  },
  { route: `GET ${W}/invitations`, cells: admins(200) },
  {
    route: `POST ${W}/invitations`,
    when: "for a viewer",
    cells: admins(201),
    attempt: () => ({ body: { role: "viewer", email: freshEmail() } }),
  },
  {
    route: `POST ${W}/invitations`,
    when: "for an admin",
    cells: owners(201),
    attempt: () => ({ body: { role: "admin" } }),
  },
  {
    route: `DELETE ${W}/invitations/{id}`,
    cells: admins(204),
    attempt: async (world) => ({
      params: { id: (await world.invitation()).id },
    }),
  },

  // Tokens
  {
    route: `GET ${W}/api-tokens`,
    cells: "401 404 404 200 200 200 200 200 403 403",
  },
  {
    route: `POST ${W}/api-tokens`,
    cells: "401 404 404 201 201 201 201 201 403 403",
    attempt: () => ({ body: { name: "Report", scope: "read" } }),
  },
  {
    route: `DELETE ${W}/api-tokens/{id}`,
    when: "of one's own",
    cells: "401 404 404 204 204 204 204 204 403 403",
    attempt: async (world, who) => ({
      params: { id: await world.apiToken(who) },
    }),
  },
  {
    route: `DELETE ${W}/api-tokens/{id}`,
    when: "of another",
    cells: admins(204),
    attempt: async (world, who) => ({
      params: {
        id: await world.apiToken(who === "commenter" ? "viewer" : "commenter"),
      },
    }),
  },

  // Journeys
  { route: `GET ${J}`, cells: members },
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

  ...mapRows,

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

  { route: `GET ${W}/touchpoints`, cells: members },
  { route: `GET ${W}/mine`, cells: members },

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

  // Personas, stakeholders, channels
  { route: `GET ${W}/personas`, cells: members },
  {
    route: `POST ${W}/personas`,
    cells: librarians(201),
    attempt: () => ({ body: persona() }),
  },
  {
    route: `GET ${W}/personas/{personaId}`,
    cells: members,
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
    }),
  },
  {
    route: `PATCH ${W}/personas/{personaId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
      body: { name: "Renamed" },
      headers: firstVersion,
    }),
  },
  {
    route: `DELETE ${W}/personas/{personaId}`,
    cells: librarians(204),
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
    }),
  },
  {
    route: `POST ${W}/personas/{personaId}/restore`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { personaId: await world.persona(true) },
    }),
  },
  { route: `GET ${W}/stakeholders`, cells: members },
  {
    route: `POST ${W}/stakeholders`,
    cells: librarians(201),
    attempt: () => ({ body: stakeholder }),
  },
  {
    route: `GET ${W}/stakeholders/{stakeholderId}`,
    cells: members,
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `PATCH ${W}/stakeholders/{stakeholderId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
      body: { name: "Renamed" },
      headers: firstVersion,
    }),
  },
  {
    route: `DELETE ${W}/stakeholders/{stakeholderId}`,
    cells: librarians(204),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `POST ${W}/stakeholders/{stakeholderId}/restore`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder(true) },
    }),
  },
  { route: `GET ${W}/channels`, cells: members },
  {
    route: `POST ${W}/channels`,
    cells: librarians(201),
    attempt: () => ({ body: channel() }),
  },
  {
    route: `PATCH ${W}/channels/{channelId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { channelId: await world.channel() },
      body: { name: "Telex" },
    }),
  },

  // Files
  {
    route: `POST ${J}/{journeyId}/files`,
    cells: editors(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      query: "?name=a.png",
      raw: world.png,
      headers: png,
    }),
  },
  {
    route: `POST ${W}/files`,
    cells: editors(201),
    attempt: (world) => ({
      query: "?name=a.png",
      raw: world.png,
      headers: png,
    }),
  },
  {
    route: `GET ${W}/files/{fileId}`,
    cells: members,
    attempt: async (world) => ({ params: { fileId: await world.file() } }),
  },
  {
    route: `DELETE ${W}/files/{fileId}`,
    cells: editors(204),
    attempt: async (world) => ({ params: { fileId: await world.file() } }),
  },
];
