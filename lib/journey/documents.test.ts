import * as Y from "yjs";
import { expect, test } from "vitest";
import { createDocument, createDocumentWithIds } from "./create";
import { isJourneyDocument, rootOf } from "./document";
import type { JourneyMap } from "./journey-map";
import { deleteCard } from "./cards";
import { diffRows, projectRows } from "./projection";
import { applyViewChanges, diffView, publicView } from "./public-view";
import { canonicalJson, resolve } from "./resolve";
import { seedOf } from "./seed-of";
import { deleteStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import { FULL_SEED, SALES, SUPPORT } from "./testing/sample";
import { setText } from "./texts";
import { upgrade } from "./upgrade";

const scope = {
  workspaceId: "00000000-0000-7000-8000-00000000000a",
  journeyId: "00000000-0000-7000-8000-00000000000b",
};

/** A map with its ids replaced by numbers in the order in which they come. */
function withoutIds(map: JourneyMap): string {
  const seen = new Map<string, number>();
  const number = (id: string) => {
    if (!seen.has(id)) seen.set(id, seen.size);
    return `#${seen.get(id)}`;
  };
  const { attachments, cells, ...rest } = map;
  const ordered = {
    ...rest,
    cells: map.lanes.flatMap((lane) =>
      map.stages.flatMap((stage) => [
        cells[`${lane.id}:${stage.id}`] ?? [],
        ...stage.touchpoints.map(
          (touchpoint) => cells[`${lane.id}:${touchpoint.id}`] ?? [],
        ),
      ]),
    ),
    attachments: Object.values(attachments)
      .flat()
      .map(({ name, url }) => `${name} ${url}`)
      .sort(),
  };
  return JSON.stringify(ordered).replaceAll(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    number,
  );
}

test("[J60] a document says what its seed says", () => {
  const { doc, columnIds, laneIds } = createDocumentWithIds(
    testContext(),
    FULL_SEED,
  );
  const map = resolve(doc);
  expect(isJourneyDocument(doc)).toBe(true);
  expect(map.issues).toEqual([]);
  expect(map.stages[0]!.id).toBe(columnIds.get("aware"));
  expect(map.lanes.map(({ id }) => id)).toEqual([...laneIds.values()]);
  expect(map.stages[0]!.touchpoints[0]).toMatchObject({
    notes: "Line one\nLine two",
    timing: { offset: "PT3H", after: "the advert" },
    owners: [{ stakeholderId: SALES }, { stakeholderId: SUPPORT }],
    dropOff: {
      share: 0.461,
      reasons: [{ share: 0.374 }, { text: "Cost", share: null }],
    },
  });
});

test.each([
  [
    "a card in a column that is not there",
    { lanes: [{ key: "l", kind: "pain", title: "", cards: { x: [] } }] },
  ],
  [
    "a card in a lane without cards",
    { lanes: [{ key: "l", kind: "emotion", title: "", cards: { s: [] } }] },
  ],
  [
    "two columns of one key",
    {
      stages: [
        { key: "s", title: "" },
        { key: "s", title: "" },
      ],
    },
  ],
  ["a key that it does not know", { colour: "red" }],
])("[J60] a seed is refused for %s", (_name, change) => {
  const seed = {
    title: "",
    locale: "en",
    personas: [],
    stages: [{ key: "s", title: "" }],
    lanes: [],
  };
  expect(() =>
    createDocument(testContext(), { ...seed, ...change } as never),
  ).toThrow(/seed refused/);
});

test("[J61] the seed of a map makes an equal map", () => {
  const map = resolve(createDocument(testContext(), FULL_SEED));
  const again = resolve(createDocument(testContext(undefined, 9), seedOf(map)));
  expect(withoutIds(again)).toBe(withoutIds(map));
});

test("[J62] an older document is brought up once, and its words are kept", () => {
  const doc = createDocument(testContext(), FULL_SEED);
  rootOf(doc, "meta").delete("schema");
  for (const card of rootOf(doc, "cards").values()) {
    if (card instanceof Y.Map) card.set("text", "a plain string");
  }
  for (const touchpoint of rootOf(doc, "touchpoints").values()) {
    if (touchpoint instanceof Y.Map) touchpoint.delete("checklist");
  }
  expect(upgrade(doc, { origin: "upgrade" })).toBe(true);
  const map = resolve(doc);
  expect(map.issues).toEqual([]);
  expect(Object.values(map.cells).flat()[0]!.text).toBe("a plain string");
  expect(upgrade(doc, { origin: "upgrade" })).toBe(false);
  expect(canonicalJson(resolve(doc))).toBe(canonicalJson(map));
});

test("[J63] what is no journey, or is newer, is not upgraded", () => {
  expect(() => upgrade(new Y.Doc(), { origin: null })).toThrow(/no journey/);
  const doc = createDocument(testContext(), FULL_SEED);
  rootOf(doc, "meta").set("schema", 2);
  expect(() => upgrade(doc, { origin: null })).toThrow(/schema 2/);
});

test("[J65] rows are those of the tables, and a small change is a small difference", () => {
  const ctx = testDocument(FULL_SEED);
  const before = projectRows(resolve(ctx.doc), scope);
  expect(before.TaskRow).toEqual([
    expect.objectContaining({
      ...scope,
      stakeholderId: SALES,
      status: "doing",
      due: "2026-12-01",
    }),
  ]);
  expect(
    before.CardRow.map(({ text, decisionStatus, effort }) => [
      text,
      decisionStatus,
      effort,
    ]),
  ).toContainEqual(["Back hurts", "accepted", 2]);
  const { id } = before.CardRow[0]!;
  must(setText(ctx, { kind: "card", id: id as never }, "Typed"));
  const changes = diffRows(before, projectRows(resolve(ctx.doc), scope));
  const counts = Object.entries(changes).map(([table, { upsert, remove }]) => [
    table,
    upsert.length,
    remove.length,
  ]);
  expect(
    counts.filter(([, upserts, removes]) => upserts !== 0 || removes !== 0),
  ).toEqual([["CardRow", 1, 0]]);
});

test("[J66] what lost its place has rows without one, what is deleted has none", () => {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  const stage = rootOf(ctx.doc, "stages").get(map.stages[0]!.id);
  if (stage instanceof Y.Map) stage.set("del", { by: "x", at: 1 });
  const card = Object.values(map.cells)
    .flat()
    .find(({ text }) => text === "Call back")!;
  must(deleteCard(ctx, { cardId: card.id }));
  const rows = projectRows(resolve(ctx.doc), scope);
  expect(rows.StageRow).toHaveLength(1);
  expect(rows.TouchpointRow.map(({ stageId }) => stageId)).toEqual([
    null,
    null,
  ]);
  expect(
    rows.CardRow.map(({ laneId, columnId }) => laneId ?? columnId),
  ).toEqual([null, null, null]);
  expect(rows.TaskRow).toEqual([]);
});

const names = new Map<string, string>([
  [SALES, "Sales"],
  [SUPPORT, "Support"],
]);

test("[J70] a link shows all but backstage lanes, or exactly the chosen ones", () => {
  const map = resolve(createDocument(testContext(), FULL_SEED));
  const titles = (link: Parameters<typeof publicView>[1]) =>
    publicView(map, link).map.lanes.map(({ title }) => title);
  expect(titles({ showOwners: false })).not.toContain("Backstage");
  expect(titles({ showOwners: false })).toHaveLength(map.lanes.length - 1);
  const behind = map.lanes.find(({ title }) => title === "Backstage")!;
  expect(titles({ showOwners: false, laneIds: [behind.id] })).toEqual([
    "Backstage",
  ]);
});

test("[J71] [J72] [SH-08] what a link does not show is not in the view, in any form", () => {
  const ctx = testDocument(FULL_SEED);
  const all = resolve(ctx.doc);
  const call = Object.values(all.cells)
    .flat()
    .find(({ text }) => text === "Call back")!;
  must(deleteCard(ctx, { cardId: call.id }));
  const map = resolve(ctx.doc);
  const text = JSON.stringify(publicView(map, { showOwners: false, names }));
  for (const hidden of [
    ctx.actorId,
    SALES,
    SUPPORT,
    "Sales",
    "Agency",
    "Call back",
    "Worth it",
    "Line one",
    "usable",
    "back pain",
    "baker",
  ]) {
    expect(text).not.toContain(hidden);
  }
  expect(text).toContain("We know backs");
  const pains = map.lanes.find(({ title }) => title === "Pains")!;
  const few = publicView(map, { showOwners: true, names, laneIds: [pains.id] });
  expect(JSON.stringify(few)).not.toMatch(
    /We know backs|Sales|Shot|"emotions":\{"/,
  );
  expect(few.map.curves).toEqual([]);
});

test("[J72] names of owners leave if the link shows them, their ids never", () => {
  const map = resolve(createDocument(testContext(), FULL_SEED));
  const view = publicView(map, { showOwners: true, names });
  expect(view.stakeholders.map(({ name }) => name)).toEqual([
    "Sales",
    "Support",
  ]);
  expect(JSON.stringify(view)).not.toContain(SALES);
  const [first] = view.map.stages[0]!.touchpoints[0]!.owners;
  expect(first).toEqual({
    stakeholderId: view.stakeholders[0]!.id,
    role: "responsible",
  });
});

test("[J73] a view with its changes applied is the next view", () => {
  const ctx = testDocument(FULL_SEED);
  const link = { showOwners: true, names };
  const before = publicView(resolve(ctx.doc), link);
  const { stages } = resolve(ctx.doc);
  must(
    setText(
      ctx,
      { kind: "stage", id: stages[0]!.id, field: "title" },
      "Changed",
    ),
  );
  const renamed = publicView(resolve(ctx.doc), link);
  const changes = diffView(before, renamed);
  expect(changes).toEqual([
    { path: ["map", "stages", 0, "title"], value: "Changed" },
  ]);
  must(deleteStage(ctx, { stageId: stages[1]!.id }));
  const after = publicView(resolve(ctx.doc), link);
  expect(applyViewChanges(renamed, diffView(renamed, after))).toEqual(after);
  expect(diffView(after, after)).toEqual([]);
});
