import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { openBrowser } from "@/test/browser";
import { settleJobs } from "@/test/jobs";
import { linkIn, startSmtp, type TestSmtp } from "@/test/smtp";

const rightPassword = "correct horse battery staple";
let app: TestApp;
let smtp: TestSmtp;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startTestApp({
    env: {
      SMTP_URL: smtp.url,
      APP_URL: "https://maps.example",
      LIMIT_INVITE_PER_WORKSPACE: "100",
    },
  });
});
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

const open = () => openBrowser(app, { host: "maps.example", scheme: "https" });

const signUp = (email: string, change: Record<string, unknown> = {}) =>
  open().send("POST", "/account", {
    email,
    name: "Anna",
    password: rightPassword,
    locale: "de",
    ...change,
  });

async function mailsTo(address: string) {
  await settleJobs();
  return smtp.mails.filter(({ recipients }) =>
    recipients.some((line) => line.includes(`<${address}>`)),
  );
}

const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";

describe("signing up where mail is set up", () => {
  test("[AN-10] a known and an unknown address get the same 202, and only the mail tells", async () => {
    const email = "anna@mail.example";
    const first = await signUp(email);
    expect(first.status).toBe(202);
    const [mail] = await mailsTo(email);
    const confirmed = await open().send("POST", "/account/confirm", {
      token: tokenOf(linkIn(mail)),
    });
    expect(confirmed.status).toBe(201);
    const again = await signUp(email);
    expect(again.status).toBe(202);
    expect(await again.json()).toEqual(await first.json());
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(linkIn(mails[1])).toBe("https://maps.example/sign-in");
  });

  test("nobody is there before the link is used; the link makes the account and signs in", async () => {
    const email = "ben@mail.example";
    await signUp(email);
    expect(await prisma().user.count({ where: { email } })).toBe(0);
    const [mail] = await mailsTo(email);
    const link = linkIn(mail);
    expect(link).toMatch(/^https:\/\/maps\.example\/sign-up\/confirm\?token=/);
    const browser = open();
    const answer = await browser.send("POST", "/account/confirm", {
      token: tokenOf(link),
    });
    expect(answer.status).toBe(201);
    expect(await (await browser.fetch("/me")).json()).toMatchObject({ email });
    const twice = await open().send("POST", "/account/confirm", {
      token: tokenOf(link),
    });
    expect(twice.status).toBe(400);
  });

  test("[AN-14] on https the cookie is bound to the host", async () => {
    const email = "carla@mail.example";
    await signUp(email);
    const [mail] = await mailsTo(email);
    const answer = await open().send("POST", "/account/confirm", {
      token: tokenOf(linkIn(mail)),
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-waymark-session=/);
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
    const signedIn = await open().signIn(email, rightPassword);
    const names = signedIn.headers
      .getSetCookie()
      .map((line) => line.split("=", 1)[0]);
    for (const name of names) expect(name).toMatch(/^__Host-/);
  });

  test("[WS-01] an http page of the same host is another site", async () => {
    const response = await open().fetch("/account", {
      method: "POST",
      headers: {
        origin: "http://maps.example",
        "content-type": "application/json",
      },
      body: "{}",
    });
    expect(response.status).toBe(403);
  });
});

describe("what goes over the line", () => {
  test("[AN-12] exactly one receiver", async () => {
    const email = "d.e+f@mail.example";
    await signUp(email);
    const [mail] = await mailsTo(email);
    expect(mail?.recipients).toEqual([`RCPT TO:<${email}>`]);
  });

  test("[RT-05] a name cannot add headers, markup or links", async () => {
    const email = "eve@mail.example";
    const name =
      "Eve\r\nBcc: victim@x.example <a href=https://evil.example>x</a>";
    await signUp(email, { name });
    const [mail] = await mailsTo(email);
    const [head = "", ...body] = (mail?.data ?? "").split("\n\n");
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
    expect(body.join("\n\n")).not.toContain("<a href=https://evil.example");
    expect(mail?.recipients).toHaveLength(1);
  });

  test("[AN-12] an invited address gets one mail with our link, its inviter's name harmless", async () => {
    const { owner } = app.people;
    await prisma().user.update({
      where: { id: owner.userId },
      data: { name: "Olga\r\nSubject: free money" },
    });
    const made = await app.request(
      `/workspaces/${app.workspace.slug}/invitations`,
      {
        method: "POST",
        headers: {
          cookie: (owner.headers.cookie ?? "").replace(
            "waymark-session",
            "__Host-waymark-session",
          ),
          host: "maps.example",
          origin: "https://maps.example",
          "content-type": "application/json",
        },
        body: JSON.stringify({ email: "guest@mail.example", role: "editor" }),
      },
    );
    expect(made.status).toBe(201);
    const [mail] = await mailsTo("guest@mail.example");
    expect(mail?.recipients).toHaveLength(1);
    expect(mail?.data.match(/^Subject:/gim)).toHaveLength(1);
    expect(linkIn(mail)).toMatch(/^https:\/\/maps\.example\/invite\//);
  });
});
