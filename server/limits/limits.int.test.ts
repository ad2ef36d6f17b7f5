import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "@/server/db/pool";
import { startTestApp, type TestApp } from "@/test/app";
import { openBrowser } from "@/test/browser";
import { stillClock } from "@/test/still-clock";
import { spend } from "./spend";
import { limitersOf } from "./stores";

const rightPassword = "correct horse battery staple";
let app: TestApp;
let counter = 0;

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_SIGN_UP_PER_ADDRESS: "3" } });
});
afterAll(() => app.stop());

const freshEmail = () => `limit${(counter += 1)}@limits.example`;
const freshIp = () => `198.51.100.${(counter += 1)}`;

const signUp = (email: string, ip: string, extra: object = {}) =>
  openBrowser(app, { ip }).send("POST", "/account", {
    email,
    name: "Anna",
    password: rightPassword,
    locale: "en",
    ...extra,
  });

/** The 429 and whether it says to the second how long to wait; for this the clock stands still. */
async function expectLimited(response: Response, seconds: number) {
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe(String(seconds));
  expect(await response.json()).toMatchObject({ code: "rate_limited" });
}

describe("[RL-01] signing in", () => {
  stillClock();

  test("[AN-06] the eleventh wrong try waits, a browser that was in before does not", async () => {
    const email = freshEmail();
    const home = openBrowser(app, { ip: freshIp() });
    await signUp(email, freshIp());
    await home.signIn(email, rightPassword);
    const strangerIp = freshIp();
    const guess = (password: string) =>
      openBrowser(app, { ip: strangerIp }).signIn(email, password);
    for (let index = 0; index < 10; index += 1)
      expect((await guess(`wrong guess number ${index}`)).status).toBe(401);
    await expectLimited(await guess("wrong guess number ten"), 15 * 60);
    expect((await guess(rightPassword)).status).toBe(429);
    expect((await home.signIn(email, rightPassword)).status).toBe(200);
  });

  test("[AN-06] a browser known to one account is not known to another", async () => {
    const [mine, victim] = [freshEmail(), freshEmail()];
    await signUp(mine, freshIp());
    await signUp(victim, freshIp());
    const browser = openBrowser(app, { ip: freshIp() });
    await browser.signIn(mine, rightPassword);
    for (let index = 0; index < 10; index += 1)
      await browser.signIn(victim, `wrong guess number ${index}`);
    expect((await browser.signIn(victim, rightPassword)).status).toBe(429);
  });

  test("[AN-07] fifty wrong tries from one address are enough, over any accounts", async () => {
    const ip = freshIp();
    for (let index = 0; index < 50; index += 1) {
      const answer = await openBrowser(app, { ip }).signIn(
        freshEmail(),
        "wrong but long enough",
      );
      expect(answer.status).toBe(401);
    }
    const next = await openBrowser(app, { ip }).signIn(
      freshEmail(),
      "wrong but long enough",
    );
    await expectLimited(next, 15 * 60);
    const elsewhere = await openBrowser(app, { ip: freshIp() }).signIn(
      freshEmail(),
      "wrong but long enough",
    );
    expect(elsewhere.status).toBe(401);
  });

  test("[AN-07] the addresses of one IPv6 /64 count as one", async () => {
    for (let index = 0; index < 50; index += 1)
      await openBrowser(app, {
        ip: `2001:db8:7:7::${index.toString(16)}`,
      }).signIn(freshEmail(), "wrong but long enough");
    const next = await openBrowser(app, { ip: "2001:db8:7:7:ffff::1" }).signIn(
      freshEmail(),
      "wrong but long enough",
    );
    expect(next.status).toBe(429);
  });

  test("[AN-08] claims about the address do not start a count anew", async () => {
    const email = freshEmail();
    await signUp(email, freshIp());
    const ip = freshIp();
    const guess = async (index: number) => {
      const browser = openBrowser(app, { ip });
      const { csrfToken } = (await (
        await browser.fetch("/api/auth/csrf")
      ).json()) as { csrfToken: string };
      return browser.fetch("/api/auth/callback/credentials", {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-forwarded-for": `203.0.113.${index}`,
          "x-real-ip": `203.0.113.${index}`,
          forwarded: `for=203.0.113.${index}`,
        },
        body: JSON.stringify({
          csrfToken,
          email,
          password: `wrong guess number ${index}`,
        }),
      });
    };
    for (let index = 0; index < 10; index += 1) await guess(index);
    expect((await guess(10)).status).toBe(429);
  });
});

describe("[RL-01] the others", () => {
  stillClock();

  test("signing up: three in three hours from one address", async () => {
    const ip = freshIp();
    for (let index = 0; index < 3; index += 1)
      expect((await signUp(freshEmail(), ip)).status).toBe(201);
    await expectLimited(await signUp(freshEmail(), ip), 3 * 60 * 60);
  });

  test("signing up by a valid invitation is not counted", async () => {
    const { owner } = app.people;
    const ip = freshIp();
    const join = async () => {
      const made = await owner.send(
        "POST",
        `/workspaces/${app.workspace.slug}/invitations`,
        { role: "viewer" },
      );
      const { url } = (await made.json()) as { url: string };
      const invitation = url.split("/").at(-1);
      return (await signUp(freshEmail(), ip, { invitation })).status;
    };
    for (let index = 0; index < 5; index += 1) expect(await join()).toBe(201);
    for (let index = 0; index < 3; index += 1)
      expect((await signUp(freshEmail(), ip)).status).toBe(201);
    const invented = await signUp(freshEmail(), ip, { invitation: "x" });
    expect(invented.status).toBe(429);
    expect(await join()).toBe(201);
  });

  test("asking for a new password: three an hour, known or not", async () => {
    for (const email of [freshEmail(), app.people.owner.name]) {
      const address = email.includes("@") ? email : `${email}@people.example`;
      const ask = () =>
        openBrowser(app, { ip: freshIp() }).send("POST", "/account/reset", {
          email: address,
        });
      for (let index = 0; index < 3; index += 1)
        expect((await ask()).status).toBe(202);
      await expectLimited(await ask(), 60 * 60);
    }
  });

  test("inviting: twenty an hour for a workspace, one address three a day", async () => {
    const workspace = await app.addWorkspace("inviting");
    const owner = await app.addPerson("inviter");
    await app.addMember(workspace.id, owner.userId, "owner");
    const invite = (email?: string) =>
      owner.send("POST", `/workspaces/${workspace.slug}/invitations`, {
        role: "viewer",
        ...(email && { email }),
      });
    const email = freshEmail();
    for (let index = 0; index < 3; index += 1)
      expect((await invite(email)).status).toBe(201);
    await expectLimited(await invite(email), 24 * 60 * 60);
    for (let index = 0; index < 16; index += 1)
      expect((await invite()).status).toBe(201);
    await expectLimited(await invite(), 60 * 60);
  });

  test("[AP-08] a program: six hundred calls a minute", async () => {
    const { tokR } = app.people;
    const path = `/workspaces/${app.workspace.slug}`;
    for (let index = 0; index < 60; index += 1) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => tokR.fetch(path)),
      );
      for (const { status } of answers) expect(status).toBe(200);
    }
    await expectLimited(await tokR.fetch(path), 60);
    expect((await app.people.tokW.fetch(path)).status).toBe(200);
  });
});

describe("counting", () => {
  test("[RL-01] the wait that a refusal tells is exact, and over with its last second", async () => {
    const email = freshEmail();
    const begin = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: begin });
    const askAfter = async (seconds: number) => {
      vi.setSystemTime(begin + seconds * 1_000);
      const browser = openBrowser(app, { ip: freshIp() });
      const answer = await browser.send("POST", "/account/reset", { email });
      return [answer.status, answer.headers.get("retry-after")];
    };
    try {
      for (let index = 0; index < 3; index += 1)
        expect(await askAfter(0)).toEqual([202, null]);
      expect(await askAfter(0)).toEqual([429, "3600"]);
      expect(await askAfter(1_200)).toEqual([429, "2400"]);
      expect(await askAfter(3_599)).toEqual([429, "1"]);
      expect(await askAfter(3_601)).toEqual([202, null]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("[RL-03] of a hundred at once exactly the allowed number pass, on two nodes too", async () => {
    const key = `parallel ${counter}`;
    const [otherNode] = await limitersOf("resetAccount");
    const elsewhere = async () =>
      otherNode?.consume(key).then(
        () => true,
        () => false,
      );
    const here = async () => (await spend("resetAccount", key)).ok;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        index % 2 === 0 ? here() : elsewhere(),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(3);
  });

  test("[RL-02] with the store down tries are still counted", async () => {
    const gone = vi
      .spyOn(pool(), "query")
      .mockRejectedValue(new Error("gone") as never);
    const answers = [];
    for (let index = 0; index < 12; index += 1)
      answers.push((await spend("signInAccount", "lost")).ok);
    gone.mockRestore();
    expect(answers.filter(Boolean)).toHaveLength(10);
  });

  test("[RL-04] no setting switches a limit off", async () => {
    const { parseEnv } = await import("@/server/env");
    for (const value of ["0", "-1", "off", "Infinity", "1e999"])
      expect(() => parseEnv({ LIMIT_SIGN_IN_PER_ACCOUNT: value })).toThrow(
        "LIMIT_SIGN_IN_PER_ACCOUNT",
      );
  });
});
