import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { hashPassword } from "@/server/auth/password";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { codeOf, makeTeam, rightPassword, roleOf } from "./testing/team";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function heard(work: () => Promise<unknown>): Promise<AccessChange[]> {
  const changes: AccessChange[] = [];
  const stop = onAccessChange((change) => changes.push(change));
  await work();
  stop();
  return changes;
}

const auditOf = (workspaceId: string, action: string) =>
  prisma().auditEvent.findMany({ where: { workspaceId, action } });

describe("a workspace", () => {
  test("is made with its maker as owner, and two of one name have two addresses", async () => {
    const person = await app.addPerson("maker");
    const make = async () => {
      const made = await person.send("POST", "/workspaces", {
        name: "Läufer & Söhne",
        locale: "de",
      });
      expect(made.status).toBe(201);
      return ((await made.json()) as { slug: string }).slug;
    };
    const [first, second] = [await make(), await make()];
    expect(first).toBe("laufer-sohne");
    expect(second).toMatch(/^laufer-sohne-[0-9a-f]{6}$/);
    const list = await (await person.fetch("/workspaces")).json();
    expect(list).toMatchObject({
      workspaces: [{ role: "owner" }, { role: "owner" }],
    });
  });

  test("[AZ-08] only what can be set is set", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    for (const body of [
      { id: crypto.randomUUID() },
      { slug: "other" },
      { createdAt: "2020-01-01T00:00:00Z" },
      { role: "owner" },
    ])
      expect((await owner.send("PATCH", team.path, body)).status).toBe(422);
    const renamed = await owner.send("PATCH", team.path, { name: "New name" });
    expect(await renamed.json()).toMatchObject({
      name: "New name",
      slug: team.slug,
    });
  });

  test("[N03] says itself after how many months evidence is old, a year until it does", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const set = (staleMonths: unknown) =>
      owner.send("PATCH", team.path, { staleMonths });
    const now = async () =>
      (await (await owner.fetch(team.path)).json()) as object;
    expect(await now()).toMatchObject({ staleMonths: 12 });
    for (const wrong of [0, 121, 1.5, -3, "6", null])
      expect((await set(wrong)).status).toBe(422);
    expect(await (await set(6)).json()).toMatchObject({ staleMonths: 6 });
    expect(await now()).toMatchObject({ staleMonths: 6 });
  });

  test("[SH-13] switching public links off is told to whoever shows them", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const changes = await heard(() =>
      owner.send("PATCH", team.path, { allowPublicLinks: false }),
    );
    expect(changes).toEqual([{ kind: "links-ended", workspaceId: team.id }]);
  });

  test("is deleted with everything in it, by its owner's password only", async () => {
    const person = await app.addPerson("leaver");
    await prisma().user.update({
      where: { id: person.userId },
      data: { passwordHash: await hashPassword(rightPassword) },
    });
    const before = await app.countRows();
    const made = await person.send("POST", "/workspaces", {
      name: "Short lived",
      locale: "en",
    });
    const { slug } = (await made.json()) as { slug: string };
    const path = `/workspaces/${slug}`;
    const wrong = await person.send("DELETE", path, { password: "guess" });
    expect(wrong.status).toBe(403);
    expect(await codeOf(wrong)).toBe("wrong_password");
    const changes = await heard(async () => {
      const gone = await person.send("DELETE", path, {
        password: rightPassword,
      });
      expect(gone.status).toBe(204);
    });
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: "ended", code: 4404 }),
    );
    expect(await app.countRows()).toEqual(before);
    expect((await person.fetch(path)).status).toBe(404);
  });

  test("is handed over by its owner's password", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const heir = await team.join("editor");
    const send = (password: string, userId = heir.userId) =>
      owner.send("POST", `${team.path}/transfer`, { userId, password });
    expect((await send("guess")).status).toBe(403);
    expect((await send(rightPassword, crypto.randomUUID())).status).toBe(404);
    expect((await send(rightPassword)).status).toBe(204);
    expect(await roleOf(team.id, heir.userId)).toBe("owner");
    expect(await roleOf(team.id, owner.userId)).toBe("admin");
    expect((await send(rightPassword)).status).toBe(403);
  });
});

describe("members", () => {
  const patch = (who: Principal, member: string, role: string) =>
    who.send("PATCH", member, { role });
  const at = (path: string, { userId }: { userId: string }) =>
    `${path}/members/${userId}`;

  test("[AZ-12] addresses are for editors and above", async () => {
    const team = await makeTeam(app);
    for (const [role, sees] of [
      ["owner", true],
      ["editor", true],
      ["viewer", false],
    ] as const) {
      const person = await team.join(role);
      const text = await (await person.fetch(`${team.path}/members`)).text();
      expect(text.includes("@people.example")).toBe(sees);
    }
  });

  test("[AZ-09] nobody raises themselves or others above their own role", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const admin = await team.join("admin");
    const editor = await team.join("editor");
    const set = (who: Principal, whom: Principal, role: string) =>
      patch(who, at(team.path, whom), role);
    expect((await set(editor, editor, "owner")).status).toBe(403);
    expect((await set(admin, editor, "owner")).status).toBe(403);
    expect((await set(admin, editor, "admin")).status).toBe(403);
    expect((await set(admin, admin, "owner")).status).toBe(403);
    expect((await set(admin, owner, "viewer")).status).toBe(403);
    expect((await set(admin, editor, "viewer")).status).toBe(204);
    expect((await set(owner, admin, "owner")).status).toBe(204);
    expect((await set(owner, editor, "boss")).status).toBe(422);
  });

  test("[AZ-09] the last owner can neither leave nor step down", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const other = await team.join("viewer");
    const leave = () =>
      owner.send("DELETE", `${team.path}/members/${owner.userId}`);
    expect(await codeOf(await leave())).toBe("last_owner");
    const down = await patch(owner, at(team.path, owner), "editor");
    expect(down.status).toBe(409);
    await patch(owner, at(team.path, other), "owner");
    expect((await leave()).status).toBe(204);
  });

  test("[AZ-09] of two owners who leave at once one stays", async () => {
    const team = await makeTeam(app);
    const owners = [await team.join("owner"), await team.join("owner")];
    const answers = await Promise.all(
      owners.map((owner) =>
        owner.send("DELETE", `${team.path}/members/${owner.userId}`),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      204, 409,
    ]);
  });

  test("[AZ-21] who is removed is out with the next request, their token too", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const editor = await team.join("editor");
    const token = await app.addToken(
      { userId: editor.userId, workspaceId: team.id },
      "write",
    );
    expect((await token.fetch(team.path)).status).toBe(200);
    const changes = await heard(() =>
      owner.send("DELETE", `${team.path}/members/${editor.userId}`),
    );
    expect(changes).toEqual([
      {
        kind: "ended",
        code: 4403,
        filter: { workspaceId: team.id, userId: editor.userId },
      },
    ]);
    expect((await editor.fetch(team.path)).status).toBe(404);
    expect((await token.fetch(team.path)).status).toBe(401);
    expect(await auditOf(team.id, "member:remove")).toHaveLength(1);
  });

  test("[WS-07] a changed role is told to open maps", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const editor = await team.join("editor");
    const changes = await heard(() =>
      patch(owner, at(team.path, editor), "viewer"),
    );
    expect(changes).toEqual([
      {
        kind: "changed",
        filter: { workspaceId: team.id, userId: editor.userId },
      },
    ]);
  });

  test("[AZ-02] a member of another workspace is not found here", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const { outsider } = app.people;
    const before = await app.countRows();
    const roleChange = await patch(owner, at(team.path, outsider), "viewer");
    expect(roleChange.status).toBe(404);
    const removal = await owner.send(
      "DELETE",
      `${team.path}/members/${outsider.userId}`,
    );
    expect(removal.status).toBe(404);
    expect(await app.countRows()).toEqual(before);
  });
});

describe("the audit", () => {
  test("[AZ-05] shows what happened here and nothing from elsewhere, page by page", async () => {
    const team = await makeTeam(app);
    const owner = await team.join("owner");
    const viewer = await team.join("viewer");
    await owner.send("PATCH", team.path, { name: "Once" });
    await owner.send("PATCH", team.path, { name: "Twice" });
    await viewer.send("PATCH", team.path, { name: "No" });
    const read = async (query: string) =>
      (await (await owner.fetch(`${team.path}/audit${query}`)).json()) as {
        events: { id: string; action: string; outcome: string }[];
        nextCursor: string | null;
      };
    const all = await read("");
    expect(all.events.map(({ action, outcome }) => [action, outcome])).toEqual([
      ["workspace:change", "denied"],
      ["workspace:change", "done"],
      ["workspace:change", "done"],
    ]);
    const first = await read("?limit=2");
    expect(first.events).toHaveLength(2);
    const second = await read(`?limit=2&cursor=${first.nextCursor}`);
    expect(second.events.map(({ id }) => id)).toEqual([all.events[2]?.id]);
    expect(second.nextCursor).toBeNull();
    for (const query of ["?limit=1000000000", "?limit=-1", "?cursor=x"])
      expect((await owner.fetch(`${team.path}/audit${query}`)).status).toBe(
        422,
      );
  });
});
