import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "@/server/auth/password";
import { newSignUpToken } from "@/server/auth/link-tokens";
import { createResetLink } from "@/server/auth/reset-link";
import { prisma } from "@/server/db/prisma";
import { findPulse } from "@/server/pulse/find-pulse";
import { visitAsPerson } from "@/server/queries/person";
import { shareView } from "@/server/queries/share";
import { visitorOf } from "@/server/share/visitor";
import { startTestApp, type TestApp } from "@/test/app";
import { createWorld, type World } from "@/test/matrix/world";
import { addPersonWithLink } from "@/test/person";

const rightPassword = "correct horse battery staple";
const ip = "192.0.2.77";
let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_SHARE_GUESSES_PER_MINUTE: "1000",
      LIMIT_API_PER_MINUTE: "1000",
    },
  });
  world = await createWorld(app);
});
afterAll(() => app.stop());

const lastPart = (url: string) => url.split(/[/=]/).at(-1) ?? "";
const bearerOf = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** One secret of each kind, good where it belongs. */
const kinds = {
  session: async () => lastPart(app.people.editor.headers.cookie ?? ""),
  "API token": async () =>
    (app.people.tokW.headers.authorization ?? "").split(" ")[1] ?? "",
  reset: async () => {
    const { userId } = app.people.viewer;
    const { email } = await prisma().user.findUniqueOrThrow({
      where: { id: userId },
    });
    return lastPart((await createResetLink(email)) ?? "");
  },
  "sign-up": async () => {
    const account = { email: "new@kinds.example", name: "New", locale: "en" };
    const passwordHash = await hashPassword(rightPassword);
    return prisma().$transaction((tx) =>
      newSignUpToken({ ...account, passwordHash }, tx),
    );
  },
  invitation: async () => (await world.invitation()).token,
  "share link": async () => {
    const journeyId = await world.journey();
    const path = `/workspaces/acme/journeys/${journeyId}/share-links`;
    const made = await app.people.editor.send("POST", path, {});
    return lastPart(((await made.json()) as { url: string }).url);
  },
  "personal link": async () =>
    (await addPersonWithLink(app, app.workspace.id)).secret,
  pulse: async () => (await world.askedPulse()).token,
} satisfies Record<string, () => Promise<string>>;
type Kind = keyof typeof kinds;

interface Place {
  readonly takes: readonly Kind[];
  /** Whether somebody gets in with it. */
  readonly opens: (secret: string) => Promise<boolean>;
}
const isOk = async (answer: Promise<Response>) => (await answer).ok;
const post = (path: string, body: object) =>
  isOk(app.people.anon.send("POST", path, body));
const get = (path: string, headers: Record<string, string> = {}) =>
  isOk(app.request(path, { headers }));

/** Everywhere a secret is taken. What uses it up comes last, so that it is still good elsewhere. */
const places: Readonly<Record<string, Place>> = {
  "the session's cookie": {
    takes: ["session"],
    opens: (secret) => get("/me", { cookie: `waymark-session=${secret}` }),
  },
  "the visitor's cookie": {
    takes: [],
    opens: async (secret) => {
      const cookie = `waymark-visitor=${secret}`;
      return (await visitorOf({ host: "localhost:3000", cookie })) !== null;
    },
  },
  "a bearer in a workspace": {
    takes: ["API token"],
    opens: (secret) => get("/workspaces/acme", bearerOf(secret)),
  },
  "a bearer as a person": {
    takes: ["personal link"],
    opens: (secret) => get("/person", bearerOf(secret)),
  },
  "a bearer as a respondent": {
    takes: ["pulse"],
    opens: (secret) => get("/pulse", bearerOf(secret)),
  },
  "the page of a share link": {
    takes: ["share link"],
    opens: async (token) => (await shareView({ token, ip })).state === "open",
  },
  "the page of a person": {
    takes: ["personal link"],
    opens: async (token) =>
      (await visitAsPerson({ token, ip })).state === "open",
  },
  "the page of a pulse": {
    takes: ["pulse"],
    opens: async (token) => (await findPulse(token)).state === "open",
  },
  "an invitation": {
    takes: ["invitation"],
    opens: (token) => get(`/invitations/${token}`),
  },
  "completing a sign-up": {
    takes: ["sign-up"],
    opens: (token) => post("/account/confirm", { token }),
  },
  "setting a new password": {
    takes: ["reset"],
    opens: (token) =>
      post("/account/reset/confirm", { token, password: rightPassword }),
  },
};

describe("[AN-18] a secret of one kind opens what it is for and nothing else", () => {
  test.each(Object.keys(kinds) as Kind[])("%s", async (kind) => {
    const secret = await kinds[kind]();
    expect(secret).toMatch(/^[\w.-]{20,}$/);
    const opened: string[] = [];
    for (const [name, { opens }] of Object.entries(places))
      if (await opens(secret)) opened.push(name);
    const meant = Object.keys(places).filter((name) =>
      places[name]!.takes.includes(kind),
    );
    expect(meant).not.toEqual([]);
    expect(opened).toEqual(meant);
  });
});
