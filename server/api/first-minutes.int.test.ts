import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { Evaluation } from "@/lib/api/evaluation";
import type { Gallery, GalleryTemplate } from "@/lib/api/templates";
import type { JourneySummary } from "@/lib/api/journeys";
import { fillWorkspace } from "@/server/commands/fill-workspace";
import { startTestApp, type TestApp } from "@/test/app";

let app: TestApp;
let journeyId: string;
const base = "/workspaces/acme";

beforeAll(async () => {
  app = await startTestApp();
  const { owner } = app.people;
  const actor = {
    kind: "member" as const,
    userId: owner.userId,
    role: "owner" as const,
    workspaceId: app.workspace.id,
  };
  await fillWorkspace({ workspaceId: app.workspace.id, actor, locale: "nl" });
  const list = await owner.send("GET", `${base}/journeys`);
  const { journeys } = (await list.json()) as { journeys: JourneySummary[] };
  journeyId = journeys[0]?.id ?? "";
});
afterAll(() => app.stop());

const gallery = async (query = "?locale=de"): Promise<GalleryTemplate[]> => {
  const answer = await app.people.editor.send(
    "GET",
    `${base}/templates${query}`,
  );
  return ((await answer.json()) as Gallery).templates;
};
const mapOf = async (id: string) => {
  const answer = await app.people.editor.send("GET", `${base}/journeys/${id}`);
  return (await answer.json()) as {
    map: {
      personas: string[];
      lanes: unknown[];
      cells: Record<string, { text: string; task: unknown }[]>;
      stages: { touchpoints: { owners: unknown[]; emotions: object }[] }[];
      attachments: object;
    };
  };
};

describe("templates of a team", () => {
  test("[A7] a journey kept as a template begins another one, without its people, feelings and files", async () => {
    const { editor } = app.people;
    const saved = await editor.send("POST", `${base}/templates`, {
      journeyId,
      name: "Onze kaart",
      description: "Voor elke winkel",
    });
    expect(saved.status).toBe(201);
    const template = (await saved.json()) as { id: string };
    const [first] = await gallery();
    expect(first).toMatchObject({ kind: "saved", name: "Onze kaart" });
    const made = await editor.send("POST", `${base}/journeys`, {
      source: { kind: "saved-template", templateId: template.id },
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as JourneySummary;
    const [before, after] = [await mapOf(journeyId), await mapOf(id)];
    const points = after.map.stages.flatMap(({ touchpoints }) => touchpoints);
    expect(points.length).toBeGreaterThan(0);
    expect(points.every(({ owners }) => owners.length === 0)).toBe(true);
    expect(points.every((p) => Object.keys(p.emotions).length === 0)).toBe(
      true,
    );
    const texts = (cells: typeof after.map.cells) =>
      Object.values(cells)
        .flat()
        .map(({ text }) => text)
        .filter((text) => text !== "");
    expect(texts(after.map.cells).length).toBe(texts(before.map.cells).length);
    expect(Object.values(after.map.attachments)).toEqual([]);
    expect(after.map.personas).not.toEqual(before.map.personas);
  });

  test("[R13] only the structure has no word in a cell", async () => {
    const { editor } = app.people;
    const saved = await editor.send("POST", `${base}/templates`, {
      journeyId,
      name: "Leeg",
      keep: "structure",
    });
    const { id: templateId } = (await saved.json()) as { id: string };
    const made = await editor.send("POST", `${base}/journeys`, {
      source: { kind: "saved-template", templateId },
    });
    const { id } = (await made.json()) as JourneySummary;
    const { map } = await mapOf(id);
    expect(map.lanes.length).toBeGreaterThan(5);
    expect(Object.values(map.cells).flat()).toEqual([]);
  });

  test("a template that was deleted begins nothing until it is brought back", async () => {
    const { editor } = app.people;
    const [mine] = await gallery();
    const id = mine?.kind === "saved" ? mine.id : "";
    const begin = () =>
      editor.send("POST", `${base}/journeys`, {
        source: { kind: "saved-template", templateId: id },
      });
    await editor.send("DELETE", `${base}/templates/${id}`);
    expect((await begin()).status).toBe(404);
    expect(
      (await gallery()).some((t) => t.kind === "saved" && t.id === id),
    ).toBe(false);
    await editor.send("POST", `${base}/templates/${id}/restore`);
    expect((await begin()).status).toBe(201);
  });

  test("another workspace can neither keep our journey nor begin with our template", async () => {
    const { outsider } = app.people;
    const theirs = `/workspaces/${app.other.slug}`;
    const [mine] = await gallery();
    const templateId = mine?.kind === "saved" ? mine.id : "";
    const kept = await outsider.send("POST", `${theirs}/templates`, {
      journeyId,
      name: "Stolen",
    });
    const begun = await outsider.send("POST", `${theirs}/journeys`, {
      source: { kind: "saved-template", templateId },
    });
    expect([kept.status, begun.status]).toEqual([404, 404]);
  });

  test("[R83] the mortgage example comes with those who look after it, and begun twice they are the same people", async () => {
    const { editor } = app.people;
    const begin = async () => {
      const made = await editor.send("POST", `${base}/journeys`, {
        source: { kind: "template", key: "mortgage" },
        locale: "nl",
      });
      expect(made.status).toBe(201);
      const { id } = (await made.json()) as JourneySummary;
      const { stages } = (await mapOf(id)).map;
      return stages.flatMap(({ touchpoints }) => touchpoints);
    };
    const [first, second] = [await begin(), await begin()];
    const owners = first.map((point) => point.owners);
    expect(owners.filter((of) => of.length > 0)).toHaveLength(11);
    expect(second.map((point) => point.owners)).toEqual(owners);
    const feelings = first.flatMap(({ emotions }) => Object.values(emotions));
    expect(feelings).toHaveLength(11);
    const answer = await editor.send("GET", `${base}/stakeholders`);
    const { stakeholders } = (await answer.json()) as {
      stakeholders: { name: string }[];
    };
    const names = stakeholders.map(({ name }) => name);
    expect(names.filter((name) => name === "Acceptatieteam")).toHaveLength(1);
  });

  test("[R83] the gallery shows the mortgage example as it is filled", async () => {
    const plans = (await gallery("?locale=en")).filter(
      (one) => one.kind === "built-in" && one.key === "mortgage",
    );
    const lanes = plans[0]?.plan.lanes ?? [];
    const wordsOf = (kind: string) =>
      lanes.find((lane) => lane.kind === kind)?.cells;
    expect(wordsOf("message")?.[0]).toMatch(/^In three minutes/);
    expect(wordsOf("pain")?.[2]).toMatch(/asked for twice/);
  });

  test("[R14] an admin hides a built-in template for the workspace, in every language; the blank map stays", async () => {
    const { admin } = app.people;
    const hide = (key: string, hidden: boolean) =>
      admin.send("PUT", `${base}/hidden-templates`, { key, hidden });
    expect((await hide("aaarrr", true)).status).toBe(204);
    const isHidden = async (locale: string) =>
      (await gallery(`?locale=${locale}`)).some(
        (t) => t.kind === "built-in" && t.key === "aaarrr" && t.hidden,
      );
    expect([await isHidden("de"), await isHidden("nl")]).toEqual([true, true]);
    await hide("aaarrr", false);
    expect(await isHidden("de")).toBe(false);
    expect((await hide("blank", true)).status).toBe(404);
    expect((await hide("nothing", true)).status).toBe(404);
  });
});

describe("[R82] the evaluation of a map", () => {
  const answer = (body: object) =>
    app.people.editor.send(
      "PUT",
      `${base}/journeys/${journeyId}/evaluation`,
      body,
    );
  const question = "after-care";
  beforeEach(async () => {
    await answer({ question, isDone: false });
  });

  test("a tick and a note are kept beside each other, with who wrote last", async () => {
    await answer({
      question,
      note: { text: "We call after a week", before: "" },
    });
    const ticked = await answer({ question, isDone: true });
    const { answers } = (await ticked.json()) as Evaluation;
    expect(answers).toMatchObject([
      {
        question,
        isDone: true,
        note: "We call after a week",
        by: { id: app.people.editor.userId },
      },
    ]);
  });

  test("a note that somebody did not see is not overwritten", async () => {
    const note = { text: "Mine", before: "what stood there long ago" };
    const refused = await answer({ question, note });
    expect(refused.status).toBe(409);
    const read = await app.people.viewer.send(
      "GET",
      `${base}/journeys/${journeyId}/evaluation`,
    );
    const { answers } = (await read.json()) as Evaluation;
    expect(answers[0]?.note).toBe("We call after a week");
  });

  test("a question that nobody asks is refused", async () => {
    expect((await answer({ question: "why", isDone: true })).status).toBe(422);
  });
});

test("[A7] a person puts tips away for every device, and brings all of them back", async () => {
  const { viewer } = app.people;
  const put = (dismissedTips: string[]) =>
    viewer.send("PATCH", "/me", { dismissedTips });
  const first = (await (await put(["write"])).json()) as object;
  expect(first).toMatchObject({ dismissedTips: ["write"] });
  expect((await put(["nothing"])).status).toBe(422);
  const back = (await (await put([])).json()) as object;
  expect(back).toMatchObject({ dismissedTips: [] });
});
