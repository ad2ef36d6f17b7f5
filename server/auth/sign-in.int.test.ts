import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hash } from "@node-rs/argon2";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { openBrowser, type Browser, type BrowserOptions } from "@/test/browser";
import { run } from "../../scripts/processes.mjs";

const rightPassword = "correct horse battery staple";
const session = "waymark-session";

let app: TestApp;
let counter = 0;

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_SIGN_IN_PER_ADDRESS: "1000" } });
});
afterAll(() => app.stop());

const freshEmail = () => `person${(counter += 1)}@sign-in.example`;

async function signUp(email = freshEmail(), options: BrowserOptions = {}) {
  const browser = openBrowser(app, options);
  const response = await browser.send("POST", "/account", {
    email,
    name: "Anna",
    password: rightPassword,
    locale: "en",
  });
  expect(response.status).toBe(201);
  return { browser, email, response };
}

const isIn = async (browser: Browser) =>
  (await browser.fetch("/me")).status === 200;

const userOf = (email: string) =>
  prisma().user.findUniqueOrThrow({ where: { email } });

describe("signing in", () => {
  test("[AN-04] the stored hash is argon2id of the asked strength, and a weaker one is rewritten", async () => {
    const { email } = await signUp();
    const asked = "$argon2id$v=19$m=19456,t=2,p=1";
    expect((await userOf(email)).passwordHash.startsWith(asked)).toBe(true);
    const weak = await hash(rightPassword, { memoryCost: 4096, timeCost: 1 });
    await prisma().user.update({
      where: { email },
      data: { passwordHash: weak },
    });
    expect((await openBrowser(app).signIn(email, rightPassword)).status).toBe(
      200,
    );
    expect((await userOf(email)).passwordHash.startsWith(asked)).toBe(true);
  });

  test("[AN-03] every character counts, up to the last of a hundred", async () => {
    const email = freshEmail();
    const long = `${"a1 Ü🙂".repeat(20)}`.slice(0, 99);
    await openBrowser(app).send("POST", "/account", {
      email,
      name: "Anna",
      password: `${long}x`,
      locale: "en",
    });
    const wrong = await openBrowser(app).signIn(email, `${long}y`);
    expect(wrong.status).toBe(401);
    const folded = await openBrowser(app).signIn(
      email,
      `${long}x`.toUpperCase(),
    );
    expect(folded.status).toBe(401);
    expect((await openBrowser(app).signIn(email, `${long}x`)).status).toBe(200);
  });

  test("[AN-05] a wrong password and an unknown address get the same answer", async () => {
    const { email } = await signUp();
    const known = await openBrowser(app).signIn(email, "wrong but long enough");
    const unknown = await openBrowser(app).signIn(
      freshEmail(),
      "wrong but long enough",
    );
    const seen = async (response: Response) => {
      const body = (await response.json()) as Record<string, unknown>;
      return {
        status: response.status,
        headers: [...response.headers]
          .filter(([name]) => name !== "x-request-id")
          .sort(([a], [b]) => (a < b ? -1 : 1)),
        body: { ...body, requestId: "" },
      };
    };
    expect(await seen(known)).toEqual(await seen(unknown));
  });

  test("[AN-13] a session from before signing in is over afterwards", async () => {
    const { browser, email } = await signUp();
    const before = browser.cookies.get(session);
    expect((await browser.signIn(email, rightPassword)).status).toBe(200);
    expect(browser.cookies.get(session)).not.toBe(before);
    expect(await isIn(browser)).toBe(true);
    const replay = openBrowser(app);
    replay.cookies.set(session, before ?? "");
    expect(await isIn(replay)).toBe(false);
  });

  test("[AN-14] on loopback the cookie is safe in every way that http allows", async () => {
    const { response } = await signUp();
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^waymark-session=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(cookie?.length).toBeLessThan(4096);
  });

  test("[AN-14] next-auth's sign-in sets the same cookie", async () => {
    const { email } = await signUp();
    const response = await openBrowser(app).signIn(email, rightPassword);
    const cookies = response.headers.getSetCookie();
    const line = cookies.find((cookie) => cookie.startsWith(`${session}=`));
    for (const word of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(line).toContain(word);
    expect(line).not.toContain("Domain");
  });

  test("[AN-20] a suspended person is out with the next request and cannot come back", async () => {
    const { browser, email } = await signUp();
    await prisma().user.update({
      where: { email },
      data: { suspendedAt: new Date() },
    });
    expect(await isIn(browser)).toBe(false);
    expect((await openBrowser(app).signIn(email, rightPassword)).status).toBe(
      401,
    );
  });

  test("[HD-06] another site's form does not sign anyone in", async () => {
    const { email } = await signUp();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
    ]) {
      const response = await openBrowser(app).fetch(
        "/api/auth/callback/credentials",
        {
          method: "POST",
          headers: {
            ...headers,
            "content-type": "application/x-www-form-urlencoded",
          },
          body: new URLSearchParams({ email, password: rightPassword }),
        },
      );
      expect(response.status).toBe(403);
    }
  });

  test("a form without next-auth's own token is sent back, not signed in", async () => {
    const { email } = await signUp();
    const response = await openBrowser(app).send(
      "POST",
      "/api/auth/callback/credentials",
      { email, password: rightPassword },
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "sign_in_expired" });
  });

  test.each([
    { email: { contains: "@" }, password: rightPassword },
    { email: ["a@x.example"], password: rightPassword },
    { email: 1, password: rightPassword },
    { email: "a@x.example", password: { not: "" } },
  ])("[AZ-10] %j in place of texts is refused", async (typed) => {
    const browser = openBrowser(app);
    const { csrfToken } = (await (
      await browser.fetch("/api/auth/csrf")
    ).json()) as { csrfToken: string };
    const response = await browser.send(
      "POST",
      "/api/auth/callback/credentials",
      { csrfToken, ...typed },
    );
    expect(response.status).toBe(422);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "%2f%2fevil.example",
  ])("[AN-25] after signing in %s leads to the start", async (callbackUrl) => {
    const { email } = await signUp();
    const browser = openBrowser(app);
    const { csrfToken } = (await (
      await browser.fetch("/api/auth/csrf")
    ).json()) as { csrfToken: string };
    const response = await browser.send(
      "POST",
      `/api/auth/callback/credentials?callbackUrl=${encodeURIComponent(callbackUrl)}`,
      { csrfToken, email, password: rightPassword, callbackUrl, json: "true" },
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: "http://localhost:3000/" });
  });
});

describe("sessions", () => {
  test("[AN-15] signing out ends the session at once and clears the device", async () => {
    const { browser } = await signUp();
    const cookie = browser.cookies.get(session) ?? "";
    const response = await browser.send("DELETE", "/me/session");
    expect(response.status).toBe(204);
    expect(response.headers.get("clear-site-data")).toContain('"storage"');
    expect(browser.cookies.has(session)).toBe(false);
    const replay = openBrowser(app);
    replay.cookies.set(session, cookie);
    expect(await isIn(replay)).toBe(false);
  });

  test("[AN-15] signing out by next-auth ends the row as well", async () => {
    const { browser } = await signUp();
    const cookie = browser.cookies.get(session) ?? "";
    const { csrfToken } = (await (
      await browser.fetch("/api/auth/csrf")
    ).json()) as { csrfToken: string };
    await browser.send("POST", "/api/auth/signout", { csrfToken });
    const replay = openBrowser(app);
    replay.cookies.set(session, cookie);
    expect(await isIn(replay)).toBe(false);
  });

  test("[AN-16] signing out everywhere ends all devices", async () => {
    const { email, browser } = await signUp();
    const phone = openBrowser(app);
    const tablet = openBrowser(app);
    await phone.signIn(email, rightPassword);
    await tablet.signIn(email, rightPassword);
    const list = (await (await phone.fetch("/me/sessions")).json()) as {
      sessions: { current: boolean }[];
    };
    expect(list.sessions).toHaveLength(3);
    expect(list.sessions.filter(({ current }) => current)).toHaveLength(1);
    const answer = await tablet.send("DELETE", "/me/sessions");
    expect(answer.status).toBe(204);
    for (const device of [browser, phone, tablet])
      expect(await isIn(device)).toBe(false);
  });

  test("one device can be signed out from another, somebody else's cannot", async () => {
    const mine = await signUp();
    const theirs = await signUp();
    const theirSession = await prisma().session.findFirstOrThrow({
      where: { user: { email: theirs.email } },
    });
    const path = `/me/sessions/${theirSession.id}`;
    expect((await mine.browser.send("DELETE", path)).status).toBe(404);
    expect(await isIn(theirs.browser)).toBe(true);
    expect((await theirs.browser.send("DELETE", path)).status).toBe(204);
    expect(await isIn(theirs.browser)).toBe(false);
  });

  test("[AN-17] fourteen idle days or thirty days in all end a session", async () => {
    const days = (n: number) => new Date(Date.now() - n * 86_400_000);
    for (const [change, isAlive] of [
      [{ lastSeenAt: days(13.9) }, true],
      [{ lastSeenAt: days(14.1) }, false],
      [{ createdAt: days(29.9) }, true],
      [{ createdAt: days(30.1) }, false],
    ] as const) {
      const { browser, email } = await signUp();
      await prisma().session.updateMany({
        where: { user: { email } },
        data: change,
      });
      expect(await isIn(browser)).toBe(isAlive);
    }
  });

  test("[AN-19] a session update changes nothing about whose session it is", async () => {
    const { browser, email } = await signUp();
    const victim = await signUp();
    const { id } = await userOf(victim.email);
    const { csrfToken } = (await (
      await browser.fetch("/api/auth/csrf")
    ).json()) as { csrfToken: string };
    const data = {
      email: victim.email,
      id,
      sub: id,
      role: "owner",
      workspaceId: id,
      user: { id },
    };
    const response = await browser.send("POST", "/api/auth/session", {
      csrfToken,
      data,
      ...data,
    });
    expect(response.status).toBe(200);
    const own = await userOf(email);
    expect(await response.json()).toMatchObject({ user: { id: own.id } });
    const me = await (await browser.fetch("/me")).json();
    expect(me).toMatchObject({ id: own.id, email });
  });
});

describe("npm run reset-link", () => {
  const ask = (address: string) =>
    run("npm", ["run", "--silent", "reset-link", address]);

  test("prints a link that sets a new password", async () => {
    const { email } = await signUp();
    const [, token] = /token=([\w-]+)/.exec(await ask(email)) ?? [];
    const password = "handed over by the operator";
    const set = await openBrowser(app).send("POST", "/account/reset/confirm", {
      token,
      password,
    });
    expect(set.status).toBe(200);
    expect((await openBrowser(app).signIn(email, password)).status).toBe(200);
  });

  test("says so where nobody has the address, and ends with 1", async () => {
    await expect(ask("nobody@sign-in.example")).rejects.toMatchObject({
      code: 1,
      output: 'Nobody has the address "nobody@sign-in.example".\n',
    });
  });
});
