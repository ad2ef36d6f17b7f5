import { randomUUID } from "node:crypto";
import { createResetLink } from "@/server/auth/reset-link";
import { everyone, freshEmail, own, type MatrixRow } from "./row";
import { rightPassword, type World } from "./world";

/** A reader of somebody's link to set a password; uses it up. */
async function resetToken(world: World): Promise<string> {
  const person = await world.app.addPerson(randomUUID(), freshEmail());
  const me = (await (await person.fetch("/me")).json()) as { email: string };
  const link = await createResetLink(me.email);
  return new URL(link ?? "").searchParams.get("token") ?? "";
}

/** What is open to all, and what is one's own. */
export const accountRows: readonly MatrixRow[] = [
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
];
