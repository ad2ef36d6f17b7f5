import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { createResetLink } from "@/server/auth/reset-link";
import { isLinkOpen } from "@/server/queries/open-link";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { openBrowser } from "@/test/browser";
import { settleJobs } from "@/test/jobs";

const rightPassword = "correct horse battery staple";
let app: TestApp;
let counter = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const freshEmail = () => `account${(counter += 1)}@account.example`;

const signUp = (change: Record<string, unknown> = {}, ip?: string) =>
  openBrowser(app, { ip: ip ?? "192.0.2.9" }).send("POST", "/account", {
    email: freshEmail(),
    name: "Anna",
    password: rightPassword,
    locale: "nl",
    ...change,
  });

const codeOf = async (response: Response) =>
  ((await response.json()) as { code: string }).code;

/** Mails in the outbox for an address, oldest first. */
async function outbox(to: string): Promise<{ text: string; name: string }[]> {
  await settleJobs();
  const folder = path.join(app.dataDir, "outbox");
  const names = (await readdir(folder).catch(() => [])).sort((a, b) =>
    a.localeCompare(b),
  );
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .map(async (name) => ({
        name,
        ...(JSON.parse(await readFile(path.join(folder, name), "utf8")) as {
          to: string;
          text: string;
        }),
      })),
  );
  return mails.filter((mail) => mail.to === to);
}

const tokenIn = (text: string | undefined) =>
  /token=([\w-]+)/.exec(text ?? "")?.[1] ?? "";

describe("signing up", () => {
  test("makes an account, signs in and lands in a filled workspace of one's own", async () => {
    const browser = openBrowser(app);
    const email = freshEmail();
    const response = await browser.send("POST", "/account", {
      email: `  ${email.toUpperCase()} `,
      name: "Anna",
      password: rightPassword,
      locale: "de",
    });
    expect(response.status).toBe(201);
    const { slug } = (await response.json()) as { slug: string };
    const workspace = await (await browser.fetch(`/workspaces/${slug}`)).json();
    expect(workspace).toMatchObject({
      role: "owner",
      name: "Arbeitsbereich von Anna",
      slug: "arbeitsbereich-von-anna",
    });
    const me = await (await browser.fetch("/me")).json();
    expect(me).toMatchObject({ email, name: "Anna", locale: "de" });
    const { id } = workspace as { id: string };
    const where = { workspaceId: id };
    expect(await prisma().channel.count({ where })).toBeGreaterThan(10);
    expect(await prisma().journey.count({ where })).toBe(1);
  });

  test.each([
    [11, 422, "password_short"],
    [12, 201, null],
    [128, 201, null],
    [129, 422, "password_long"],
  ])(
    "[AN-01] %i characters, spaces and emoji included: %i",
    async (length, status, code) => {
      const password = [..."🙂 ü€".repeat(40)].slice(0, length).join("");
      const response = await signUp({ password });
      expect(response.status).toBe(status);
      if (code) expect(await codeOf(response)).toBe(code);
    },
  );

  test("[AN-01] there is no rule about which characters", async () => {
    expect((await signUp({ password: "zzzzqqqqvvvvxxxx" })).status).toBe(201);
  });

  test.each([
    "password",
    "1234567890",
    "unbelievable",
    "UNBELIEVABLE",
    "my waymark password",
    "I am local-part at home",
  ])("[AN-02] %j is too common", async (password) => {
    const response = await signUp({
      password,
      email: "local-part@account.example",
    });
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe("password_common");
  });

  test("[AN-10] without mail a known address is a conflict", async () => {
    const email = freshEmail();
    expect((await signUp({ email })).status).toBe(201);
    const again = await signUp({ email });
    expect(again.status).toBe(409);
    expect(await codeOf(again)).toBe("email_taken");
  });

  test.each([
    "a@x.example,b@evil.example",
    "a@x.example\r\nBcc: b@evil.example",
    '"a@evil.example" <b@x.example>',
    "Anna <a@x.example>",
    "a@x.example (comment)",
    "a@x",
    "@x.example",
    `${"(".repeat(5000)}a@x.example${")".repeat(5000)}`,
    `${"a".repeat(10_000)}@x.example`,
  ])("[AN-12] %# is no address", async (email) => {
    const response = await signUp({ email });
    expect(response.status).toBe(422);
  });

  test("[AZ-08] a field that is not asked for is refused", async () => {
    for (const extra of [
      { id: crypto.randomUUID() },
      { role: "owner" },
      { suspendedAt: null },
    ])
      expect((await signUp(extra)).status).toBe(422);
  });
});

describe("setting a new password", () => {
  test("[AN-09] only the newest link works, once, and ends every session", async () => {
    const email = freshEmail();
    const browser = openBrowser(app);
    await browser.send("POST", "/account", {
      email,
      name: "Anna",
      password: rightPassword,
      locale: "en",
    });
    const user = await prisma().user.findUniqueOrThrow({ where: { email } });
    for (const _ of [1, 2]) {
      const asked = await openBrowser(app).send("POST", "/account/reset", {
        email,
      });
      expect(asked.status).toBe(202);
      await settleJobs();
    }
    const [first, second] = (await outbox(email)).map(({ text }) =>
      tokenIn(text),
    );
    const confirm = (token: string | undefined, password: string) =>
      openBrowser(app).send("POST", "/account/reset/confirm", {
        token,
        password,
      });
    const changes: AccessChange[] = [];
    const stop = onAccessChange((change) => changes.push(change));

    const isOpen = (token = "") => isLinkOpen(token, "reset");
    expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
    expect(await isLinkOpen(second ?? "", "sign-up")).toBe(false);
    expect((await confirm(first, "another long passphrase")).status).toBe(400);
    expect((await confirm(second, "short")).status).toBe(422);
    expect((await confirm(second, "another long passphrase")).status).toBe(200);
    expect(await isOpen(second), "its page says so at once").toBe(false);
    expect((await confirm(second, "a third long passphrase")).status).toBe(400);
    stop();

    expect((await browser.fetch("/me")).status).toBe(401);
    expect(changes).toEqual([
      expect.objectContaining({
        kind: "ended",
        code: 4401,
        filter: expect.objectContaining({ userId: user.id }),
      }),
    ]);
    const back = await openBrowser(app).signIn(
      email,
      "another long passphrase",
    );
    expect(back.status).toBe(200);
  });

  test("[AN-09] after half an hour a link is over, and the table holds no secret", async () => {
    const email = freshEmail();
    await signUp({ email });
    const link = await createResetLink(email);
    const token = tokenIn(link ?? "");
    const rows = await prisma().verificationToken.findMany({
      where: { user: { email } },
    });
    expect(JSON.stringify(rows)).not.toContain(token);
    await prisma().verificationToken.updateMany({
      where: { user: { email } },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await isLinkOpen(token, "reset")).toBe(false);
    const late = await openBrowser(app).send("POST", "/account/reset/confirm", {
      token,
      password: "another long passphrase",
    });
    expect(late.status).toBe(400);
    expect(await codeOf(late)).toBe("link_invalid");
  });

  test("[AZ-19] of fifty uses at once exactly one succeeds", async () => {
    const email = freshEmail();
    await signUp({ email });
    const token = tokenIn((await createResetLink(email)) ?? "");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        openBrowser(app).send("POST", "/account/reset/confirm", {
          token,
          password: `passphrase number ${index} of fifty`,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 400)).toHaveLength(49);
  });

  test("[AN-10] a known and an unknown address get the same answer, headers included", async () => {
    const email = freshEmail();
    await signUp({ email });
    const ask = async (address: string) => {
      const response = await openBrowser(app).send("POST", "/account/reset", {
        email: address,
      });
      return {
        status: response.status,
        headers: [...response.headers]
          .filter(([name]) => name !== "x-request-id")
          .sort(([a], [b]) => (a < b ? -1 : 1)),
        body: await response.json(),
      };
    };
    const known = await ask(email);
    expect(known.status).toBe(202);
    expect(await ask(freshEmail())).toEqual(known);
  });

  test("[AN-11] the link has the configured origin whatever the request claims", async () => {
    const email = freshEmail();
    await signUp({ email });
    const response = await openBrowser(app).fetch("/account/reset", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-host": "evil.example",
        forwarded: "host=evil.example",
      },
      body: JSON.stringify({ email }),
    });
    expect(response.status).toBe(202);
    const [mail] = await outbox(email);
    expect(mail?.text).toContain("http://localhost:3000/reset/confirm?token=");
    expect(mail?.text).not.toContain("evil");
  });

  test("[HD-09] a foreign host is refused", async () => {
    const response = await openBrowser(app, { host: "evil.example" }).send(
      "POST",
      "/account/reset",
      { email: "a@x.example" },
    );
    expect(response.status).toBe(421);
  });

  test("[AN-18] a link of one kind is nothing anywhere else", async () => {
    const email = freshEmail();
    await signUp({ email });
    const token = tokenIn((await createResetLink(email)) ?? "");
    const browser = openBrowser(app);
    browser.cookies.set("waymark-session", token);
    expect((await browser.fetch("/me")).status).toBe(401);
    const asBearer = await app.request("/me", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(asBearer.status).toBe(401);
    const asSignUp = await openBrowser(app).send("POST", "/account/confirm", {
      token,
    });
    expect(asSignUp.status).toBe(400);
    const asInvitation = await openBrowser(app).fetch(`/invitations/${token}`);
    expect(asInvitation.status).toBe(404);
  });

  test("mails wait in the outbox for the operator alone, in the receiver's language", async () => {
    const email = freshEmail();
    await signUp({ email });
    await openBrowser(app).send("POST", "/account/reset", { email });
    const [mail] = await outbox(email);
    expect(mail?.text).toContain("Hallo Anna,");
    expect(mail?.text).toContain("Nieuw wachtwoord instellen");
    const file = path.join(app.dataDir, "outbox", mail?.name ?? "");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const eml = await readFile(file.replace(/json$/, "eml"), "utf8");
    expect(eml).toMatch(/^To: .*account\.example/m);
  });
});

describe("the own profile", () => {
  async function person() {
    const browser = openBrowser(app);
    const email = freshEmail();
    await browser.send("POST", "/account", {
      email,
      name: "Anna",
      password: rightPassword,
      locale: "en",
    });
    return { browser, email };
  }

  test("can be changed, field by field", async () => {
    const { browser } = await person();
    const changed = await browser.send("PATCH", "/me", {
      theme: "dark",
      singleKeys: false,
    });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({
      name: "Anna",
      theme: "dark",
      singleKeys: false,
    });
    const empty = await browser.send("PATCH", "/me", { name: "  " });
    expect(empty.status).toBe(422);
  });

  test("[AZ-08] what is not one's to set is refused and stays", async () => {
    const { browser, email } = await person();
    for (const body of [
      { id: crypto.randomUUID() },
      { email: "other@x.example" },
      { passwordHash: "x" },
      { suspendedAt: null },
      { createdAt: "2020-01-01T00:00:00Z" },
    ])
      expect((await browser.send("PATCH", "/me", body)).status).toBe(422);
    expect(await (await browser.fetch("/me")).json()).toMatchObject({ email });
  });

  test("[AN-21] the password changes only for who knows it; other devices are signed out", async () => {
    const { browser, email } = await person();
    const phone = openBrowser(app);
    await phone.signIn(email, rightPassword);
    const wrong = await browser.send("POST", "/me/password", {
      current: "not my password",
      next: "another long passphrase",
    });
    expect(wrong.status).toBe(403);
    expect(await codeOf(wrong)).toBe("wrong_password");
    const right = await browser.send("POST", "/me/password", {
      current: rightPassword,
      next: "another long passphrase",
    });
    expect(right.status).toBe(204);
    expect((await browser.fetch("/me")).status).toBe(200);
    expect((await phone.fetch("/me")).status).toBe(401);
    expect((await outbox(email)).at(-1)?.text).toContain("password");
  });
});
