import {
  admins,
  freshEmail,
  members,
  own,
  owners,
  W,
  type MatrixRow,
} from "./row";

/** A workspace, who is in it, and who is let in. */
export const workspaceRows: readonly MatrixRow[] = [
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
];
