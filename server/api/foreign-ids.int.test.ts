import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TouchpointList } from "@/lib/api/touchpoints";
import { closeDisk } from "@/server/files/disk";
import { hurryRows } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { askedRows } from "@/test/asked-rows";
import type { Attempt } from "@/test/matrix/row";
import { evidence } from "@/test/matrix/evidence-rows";
import { matrix } from "@/test/matrix/rows";
import { createWorld, rightPassword, type World } from "@/test/matrix/world";

let app: TestApp;
let ours: World;
let theirs: World;
const base = "/workspaces/acme";

beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_UPLOAD_PER_MINUTE: "1000",
      LIMIT_IMPORTS_PER_HOUR: "1000",
      LIMIT_IMPORT_READS_PER_HOUR: "1000",
    },
  });
  closeDisk();
  ours = await createWorld(app);
  const { other: workspace, people } = app;
  theirs = await createWorld(app, { workspace, owner: people.outsider });
});
afterAll(() => app.stop());

/** Every way of putting at least one of their values in the place of ours. */
function mixtures(
  mine: Record<string, string>,
  foreign: Record<string, string>,
): Record<string, string>[] {
  // The number of a version means something within its journey only.
  const names = Object.keys(mine).filter((name) => name !== "seq");
  return Array.from({ length: 2 ** names.length - 1 }, (_, bits) => ({
    ...mine,
    ...Object.fromEntries(
      names.map((name, index) => {
        const isForeign = ((bits + 1) >> index) & 1;
        return [name, (isForeign ? foreign : mine)[name] ?? ""];
      }),
    ),
  }));
}

const withIds = matrix.filter(
  ({ route }) =>
    route.includes("/workspaces/{slug}/") && route.split("{").length > 2,
);

const personaRow = matrix.find(({ route }) =>
  route.endsWith("POST /workspaces/{slug}/personas"),
)!;

describe("ids of another workspace", () => {
  test.each(withIds.map((row) => [`${row.route} ${row.when ?? ""}`, row]))(
    "[AZ-02] [AZ-03] %s: one of them in the address is not found, whatever stands beside it",
    async (_, row) => {
      const [method = "", at = ""] = row.route.split(" ");
      const mine: Attempt = (await row.attempt?.(ours, "owner")) ?? {};
      const foreign: Attempt = (await row.attempt?.(theirs, "owner")) ?? {};
      const before = await askedRows(app);
      for (const params of mixtures(mine.params ?? {}, foreign.params ?? {})) {
        const target = at
          .replace("{slug}", "acme")
          .replaceAll(
            /\{(\w+)\}/g,
            (_whole, name: string) => params[name] ?? "",
          );
        const body = mine.raw ?? JSON.stringify(mine.body);
        const response = await app.people.owner.fetch(
          target + (mine.query ?? ""),
          {
            method,
            ...(body !== undefined && { body: body.slice() as BodyInit }),
            headers: {
              ...(mine.body !== undefined && {
                "content-type": "application/json",
              }),
              ...mine.headers,
            },
          },
        );
        expect(response.status).toBe(404);
      }
      expect(await askedRows(app)).toEqual(before);
    },
  );

  interface Body {
    readonly at: string;
    readonly make: (world: World) => Promise<Record<string, unknown>>;
  }

  const bodies: [string, Body][] = [
    [
      "the heir of a workspace",
      {
        at: "/transfer",
        make: async (world) => ({
          userId: await world.member(),
          password: rightPassword,
        }),
      },
    ],
    [
      "the journey to copy",
      {
        at: "/journeys",
        make: async (world) => ({
          source: { kind: "journey", journeyId: await world.journey() },
        }),
      },
    ],
    [
      "the persona of a new journey",
      {
        at: "/journeys",
        make: async (world) => ({
          source: { kind: "blank" },
          personaId: await world.persona(),
        }),
      },
    ],
    [
      "the member that a stakeholder is",
      {
        at: "/stakeholders",
        make: async (world) => ({
          kind: "person",
          name: "Someone",
          email: null,
          jobTitle: "",
          note: "",
          colour: "grey",
          userId: await world.member(),
        }),
      },
    ],
  ];

  const ofEvidence: [string, Body][] = [
    [
      "the journey and touchpoint of evidence",
      {
        at: "/evidence",
        make: async (world) => {
          const { journeyId, touchpointId } = await world.map();
          return { ...evidence, journeyId, touchpointId };
        },
      },
    ],
    [
      "the touchpoint of evidence beside a journey of ours",
      {
        at: "/evidence",
        make: async (world) => {
          const mine = await ours.map();
          const { touchpointId } = world === ours ? mine : await world.map();
          return { ...evidence, journeyId: mine.journeyId, touchpointId };
        },
      },
    ],
    [
      "the persona of evidence",
      {
        at: "/evidence",
        make: async (world) => ({
          ...evidence,
          personaId: await world.persona(),
        }),
      },
    ],
    [
      "the file of evidence",
      {
        at: "/evidence",
        make: async (world) => ({
          ...evidence,
          personaId: await ours.persona(),
          fileId: await world.file(),
        }),
      },
    ],
  ];

  test.each([...bodies, ...ofEvidence])(
    "[AZ-02] in a body as %s are not found",
    async (_, { at, make }) => {
      const { owner } = app.people;
      const foreign = await make(theirs);
      const before = await askedRows(app);
      const refused = await owner.send("POST", base + at, foreign);
      expect(refused.status).toBe(404);
      expect(await askedRows(app)).toEqual(before);
      // The same with one of ours goes through, so it was the id.
      const done = await owner.send("POST", base + at, await make(ours));
      expect(done.ok).toBe(true);
      if (at === "/transfer") await giveBack();
    },
  );

  /** Makes the owner owner again, after the positive control handed the workspace over. */
  async function giveBack() {
    const { prisma } = await import("@/server/db/prisma");
    await prisma().membership.updateMany({
      where: {
        workspaceId: app.workspace.id,
        userId: app.people.owner.userId,
      },
      data: { role: "owner" },
    });
  }

  test("[AZ-02] as the keeper of a journey is not found", async () => {
    const journeyId = await ours.journey();
    const path = `${base}/journeys/${journeyId}`;
    const keep = async (world: World) =>
      app.people.owner.send("PATCH", path, { keeperId: await world.member() });
    expect((await keep(theirs)).status).toBe(404);
    expect((await keep(ours)).status).toBe(200);
  });

  test.each(["pictureId", "favouriteChannels"])(
    "[AZ-02] as a persona's %s are not found",
    async (field) => {
      const personaId = await ours.persona();
      const change = async (world: World) =>
        app.people.owner.fetch(`${base}/personas/${personaId}`, {
          method: "PATCH",
          headers: { "content-type": "application/json", "if-match": '"1"' },
          body: JSON.stringify({
            [field]:
              field === "pictureId"
                ? await world.file()
                : [await world.channel()],
          }),
        });
      expect((await change(theirs)).status).toBe(404);
      expect((await change(ours)).status).toBe(200);
    },
  );

  test("[AZ-06] one among nine of ours makes all of them not found, and nothing is made", async () => {
    const made = await Promise.all(
      Array.from({ length: 9 }, () => ours.channel()),
    );
    const make = async (favouriteChannels: string[]) => {
      const { body } = (await personaRow.attempt?.(ours, "owner")) ?? {};
      return app.people.owner.send("POST", `${base}/personas`, {
        ...(body as object),
        favouriteChannels,
      });
    };
    const foreign = await theirs.channel();
    const before = await askedRows(app);
    for (const at of [0, 4, 9])
      expect((await make(made.toSpliced(at, 0, foreign))).status).toBe(404);
    expect(await askedRows(app)).toEqual(before);
    expect((await make(made)).status).toBe(201);
  });

  test.each([
    ["owner", "stakeholderId"],
    ["channel", "channelId"],
    ["stage", "stageId"],
    ["journey", "journeyId"],
  ] as const)(
    "[AZ-07] as the %s to look for, one of theirs finds nothing here and the touchpoint there",
    async (field, key) => {
      const { journeyId, touchpointId, [key]: id } = await theirs.map();
      await hurryRows(journeyId);
      const { owner, outsider } = app.people;
      const found = async (who: Principal, slug: string) => {
        const response = await who.fetch(
          `/workspaces/${slug}/touchpoints?${field}=${id}`,
        );
        expect(response.status).toBe(200);
        return ((await response.json()) as TouchpointList).touchpoints;
      };
      // Where it belongs it is found, so that here it is not for want of rows.
      await expect
        .poll(() => found(outsider, theirs.workspace.slug), { timeout: 60_000 })
        .toMatchObject([{ id: touchpointId }]);
      expect(await found(owner, "acme")).toEqual([]);
    },
  );

  test("[AZ-07] as the journey or the person of tasks, opportunities and pains, nothing of theirs is found", async () => {
    const { journeyId } = await theirs.task();
    const person = await theirs.stakeholder();
    for (const [list, query] of [
      ["tasks", `journey=${journeyId}`],
      ["tasks", `person=${person}`],
      ["opportunities", `journey=${journeyId}`],
      ["pains", `journey=${journeyId}`],
    ] as const) {
      const response = await app.people.owner.fetch(`${base}/${list}?${query}`);
      expect([list, response.status]).toEqual([list, 200]);
      expect(await response.json()).toMatchObject({ [list]: [] });
    }
  });

  test("[AZ-02] as the one who is to do a task is not found, and the task stays", async () => {
    const { journeyId, cardId } = await ours.task();
    const path = `${base}/journeys/${journeyId}/cards/${cardId}/task`;
    const give = async (world: World) =>
      app.people.owner.send("PATCH", path, {
        stakeholderId: await world.stakeholder(),
      });
    expect((await give(theirs)).status).toBe(404);
    expect((await give(ours)).status).toBe(200);
  });
});
