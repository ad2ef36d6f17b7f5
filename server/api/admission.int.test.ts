import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isApiToken } from "@/server/auth/api-token";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { openBrowser } from "@/test/browser";
import { codeOf, makeTeam, rightPassword, roleOf } from "./testing/team";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    env: { LIMIT_INVITE_PER_WORKSPACE: "1000", LIMIT_INVITE_PER_EMAIL: "100" },
  });
});
afterAll(() => app.stop());

describe("invitations", () => {
  async function invite(body: Record<string, unknown> = { role: "editor" }) {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const path = `${team.path}/invitations`;
    const made = await owner.send("POST", path, body);
    expect(made.status).toBe(201);
    const { id, url } = (await made.json()) as { id: string; url: string };
    return { team, owner, path, id, token: url.split("/").at(-1) ?? "", url };
  }

  const accept = (who: { send: Principal["send"] }, token: string, body = {}) =>
    who.send("POST", `/invitations/${token}/accept`, body);

  test("a link lets one person in, in the role that it names", async () => {
    const { team, token, url } = await invite({ role: "commenter" });
    expect(url).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    const guest = await app.addPerson("guest-1");
    const view = await (await guest.fetch(`/invitations/${token}`)).json();
    expect(view).toEqual({
      workspace: team.slug,
      role: "commenter",
      invitedBy: expect.stringContaining("owner"),
      email: null,
      hasAccount: false,
    });
    const joined = await accept(guest, token);
    expect(joined.status).toBe(200);
    expect(await joined.json()).toEqual({ slug: team.slug });
    expect(await roleOf(team.id, guest.userId)).toBe("commenter");
  });

  test("can be copied again from the list, while the table holds no secret", async () => {
    const { owner, path, token, url } = await invite();
    const list = (await (await owner.fetch(path)).json()) as {
      invitations: { url: string }[];
    };
    expect(list.invitations.map((one) => one.url)).toEqual([url]);
    const rows = await prisma().invitation.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("[AN-23] for an address, only that address may use it", async () => {
    const { token } = await invite({
      role: "editor",
      email: "guest-2@people.example",
    });
    const other = await app.addPerson("guest-3");
    expect((await accept(other, token)).status).toBe(403);
    const guest = await app.addPerson("guest-2");
    expect((await accept(guest, token)).status).toBe(200);
  });

  test("[AN-23] used twice is a conflict, taken back not there, after seven days gone", async () => {
    const guest = await app.addPerson("guest-4");
    const used = await invite();
    expect((await accept(guest, used.token)).status).toBe(200);
    expect((await accept(guest, used.token)).status).toBe(409);
    const revoked = await invite();
    const gone = await revoked.owner.send(
      "DELETE",
      `${revoked.path}/${revoked.id}`,
    );
    expect(gone.status).toBe(204);
    expect((await accept(guest, revoked.token)).status).toBe(404);
    const old = await invite();
    const row = await prisma().invitation.findUniqueOrThrow({
      where: { id: old.id },
    });
    const validDays =
      (row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000;
    expect(validDays).toBeCloseTo(7, 2);
    await prisma().invitation.update({
      where: { id: old.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await accept(guest, old.token)).status).toBe(410);
  });

  test("[AN-23] nothing can be added to an acceptance", async () => {
    const { token } = await invite();
    const guest = await app.addPerson("guest-5");
    expect((await accept(guest, token, { role: "owner" })).status).toBe(422);
    expect((await accept(guest, token)).status).toBe(200);
  });

  test("[AZ-19] of fifty people at once exactly one gets in", async () => {
    const { team, token } = await invite();
    const guests = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.addPerson(`crowd-${index}`)),
    );
    const answers = await Promise.all(
      guests.map(async (guest) => {
        const answer = await accept(guest, token);
        // For whom no turn came in time on a busy machine, it was only put off.
        if (answer.status !== 503) return answer;
        expect(answer.headers.get("retry-after")).not.toBeNull();
        return null;
      }),
    );
    const late = guests.filter((_, index) => answers[index] === null);
    for (const guest of late) answers.push(await accept(guest, token));
    const statuses = answers.flatMap((answer) => answer?.status ?? []);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    const members = await prisma().membership.count({
      where: { workspaceId: team.id },
    });
    expect(members).toBe(2);
  });

  test("signing up by an invitation joins its workspace and makes no other", async () => {
    const { team, token } = await invite();
    const browser = openBrowser(app);
    const joined = await browser.send("POST", "/account", {
      email: "newcomer@people.example",
      name: "New",
      password: rightPassword,
      locale: "en",
      invitation: token,
    });
    expect(joined.status).toBe(201);
    expect(await joined.json()).toMatchObject({ slug: team.slug });
    const list = await (await browser.fetch("/workspaces")).json();
    expect(list).toMatchObject({ workspaces: [{ slug: team.slug }] });
  });

  test("[AN-22] an invitation sets no password for an account that exists", async () => {
    const email = "known@people.example";
    await app.addPerson("known", email);
    const { team, token } = await invite({ role: "editor", email });
    const view = await (
      await openBrowser(app).fetch(`/invitations/${token}`)
    ).json();
    expect(view).toMatchObject({ email, hasAccount: true });
    const taken = await openBrowser(app).send("POST", "/account", {
      email,
      name: "Attacker",
      password: rightPassword,
      locale: "en",
      invitation: token,
    });
    expect(taken.status).toBe(409);
    expect(await codeOf(taken)).toBe("email_taken");
    expect((await openBrowser(app).signIn(email, rightPassword)).status).toBe(
      401,
    );
    const user = await prisma().user.findUniqueOrThrow({ where: { email } });
    expect(await roleOf(team.id, user.id)).toBeUndefined();
  });

  test("[AN-23] an admin invites below admin, and nobody invites an owner", async () => {
    const team = await makeTeam(app);
    await team.join("owner");
    const admin = await team.join("admin");
    const send = (role: string) =>
      admin.send("POST", `${team.path}/invitations`, { role });
    expect((await send("editor")).status).toBe(201);
    expect((await send("admin")).status).toBe(403);
    expect((await send("owner")).status).toBe(422);
  });

  test.each([{ contains: "@" }, ["a@x.example"], 1])(
    "[AZ-10] %j in place of an address is refused",
    async (email) => {
      const team = await makeTeam(app);
      const owner = await team.join("owner");
      const response = await owner.send("POST", `${team.path}/invitations`, {
        role: "editor",
        email,
      });
      expect(response.status).toBe(422);
    },
  );
});

describe("tokens", () => {
  let faxes = 0;

  async function makeToken(body: Record<string, unknown> = {}) {
    const team = await makeTeam(app);
    const editor = await team.join("editor");
    const path = `${team.path}/api-tokens`;
    const made = await editor.send("POST", path, {
      name: "Report",
      scope: "read",
      ...body,
    });
    const token = (await made.json()) as {
      id: string;
      secret: string;
      lastFour: string;
    };
    const call = (target: string, init: RequestInit = {}) =>
      app.request(target, {
        ...init,
        headers: {
          authorization: `Bearer ${token.secret}`,
          ...Object.fromEntries(new Headers(init.headers)),
        },
      });
    return { team, editor, path, made, token, call };
  }

  test("[AP-01] the secret is shown once; the table has a hash and the last four", async () => {
    const { made, token, editor, path } = await makeToken();
    expect(made.status).toBe(201);
    expect(token.secret).toMatch(/^wm_[0-9A-Za-z]{36}$/);
    const list = await (await editor.fetch(path)).text();
    expect(list).not.toContain(token.secret);
    expect(list).toContain(token.lastFour);
    const row = await prisma().apiToken.findUniqueOrThrow({
      where: { id: token.id },
    });
    expect(JSON.stringify(row)).not.toContain(token.secret);
    expect(row).toMatchObject({
      scope: "read",
      lastFour: token.secret.slice(-4),
      expiresAt: null,
    });
    expect(isApiToken(token.secret)).toBe(true);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const dated = await makeToken({ expiresAt });
    const held = await prisma().apiToken.findUniqueOrThrow({
      where: { id: dated.token.id },
    });
    expect(held.expiresAt?.toISOString()).toBe(expiresAt);
    expect(await (await dated.editor.fetch(dated.path)).text()).toContain(
      expiresAt,
    );
  });

  test("[AP-02] reading does not write, and one workspace is not another", async () => {
    const { team, call } = await makeToken();
    expect((await call(team.path)).status).toBe(200);
    expect((await call(`/workspaces/${app.workspace.slug}`)).status).toBe(404);
    const write = await call(`${team.path}/channels`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Fax", icon: "circle", medium: "offline" }),
    });
    expect(write.status).toBe(403);
    const list = await (await call("/workspaces")).json();
    expect(list).toMatchObject({ workspaces: [{ slug: team.slug }] });
  });

  test("[AP-03] with its maker a token shrinks and dies", async () => {
    const { team, editor, call } = await makeToken({ scope: "write" });
    const write = () =>
      call(`${team.path}/channels`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          name: `Fax ${(faxes += 1)}`,
          icon: "circle",
          medium: "offline",
        }),
      });
    expect((await write()).status).toBe(201);
    const where = {
      workspaceId_userId: { workspaceId: team.id, userId: editor.userId },
    };
    await prisma().membership.update({ where, data: { role: "viewer" } });
    expect((await write()).status).toBe(403);
    expect((await call(team.path)).status).toBe(200);
    await prisma().membership.delete({ where });
    expect((await call(team.path)).status).toBe(404);
  });

  test("[AP-04] revoked or expired is nobody, at once", async () => {
    const revoked = await makeToken();
    const path = `${revoked.path}/${revoked.token.id}`;
    expect((await revoked.editor.send("DELETE", path)).status).toBe(204);
    expect((await revoked.call(revoked.team.path)).status).toBe(401);
    const expired = await makeToken({
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    expect((await expired.call(expired.team.path)).status).toBe(200);
    await prisma().apiToken.update({
      where: { id: expired.token.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await expired.call(expired.team.path)).status).toBe(401);
  });

  test("[AP-05] a token in the address is nothing", async () => {
    const { team, token } = await makeToken();
    for (const name of ["token", "access_token", "authorization", "api_key"]) {
      const response = await app.request(
        `${team.path}?${name}=${token.secret}`,
      );
      expect(response.status).toBe(401);
    }
  });

  test("[AP-06] a token makes no tokens and touches no account or member", async () => {
    const { team, editor, path, call } = await makeToken({ scope: "write" });
    const json = { "content-type": "application/json" };
    const before = await app.countRows();
    for (const [method, target, body] of [
      ["POST", path, { name: "More", scope: "write" }],
      ["POST", "/me/password", { current: "a", next: "b" }],
      ["PATCH", "/me", { name: "Bot" }],
      ["DELETE", "/me/sessions", undefined],
      ["DELETE", `${team.path}/members/${editor.userId}`, undefined],
      ["PATCH", `${team.path}/members/${editor.userId}`, { role: "admin" }],
      ["POST", `${team.path}/invitations`, { role: "viewer" }],
      ["POST", "/workspaces", { name: "Bots", locale: "en" }],
    ] as const) {
      const response = await call(target, {
        method,
        ...(body && { body: JSON.stringify(body), headers: json }),
      });
      expect(response.status).toBe(403);
    }
    expect(await app.countRows()).toEqual(before);
  });

  test("[AP-07] nobody asks for another's token or for more than there is", async () => {
    const { editor, path } = await makeToken();
    for (const extra of [
      { userId: app.people.owner.userId },
      { scopes: ["admin"] },
      { scope: "admin" },
      { rateLimit: 1e9 },
    ]) {
      const body = { name: "More", scope: "read", ...extra };
      expect((await editor.send("POST", path, body)).status).toBe(422);
      expect((await app.people.anon.send("POST", path, body)).status).toBe(401);
    }
  });

  test("others' tokens are seen and revoked by admins and owners, not by members", async () => {
    const { team, path, token } = await makeToken();
    const viewer = await team.join("viewer");
    const admin = await team.join("admin");
    expect(await (await viewer.fetch(path)).json()).toEqual({ tokens: [] });
    expect((await viewer.send("DELETE", `${path}/${token.id}`)).status).toBe(
      403,
    );
    expect(await (await admin.fetch(path)).json()).toMatchObject({
      tokens: [{ id: token.id }],
    });
    expect((await admin.send("DELETE", `${path}/${token.id}`)).status).toBe(
      204,
    );
  });

  test.each(["wm_short", `wm_${"0".repeat(36)}`, "Bearer", "wm_' OR 1=1 --"])(
    "[AN-18] %j is nobody",
    async (secret) => {
      const response = await app.request("/workspaces", {
        headers: { authorization: `Bearer ${secret}` },
      });
      expect(response.status).toBe(401);
    },
  );
});
