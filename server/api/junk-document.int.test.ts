import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS, rootOf } from "@/lib/journey/document";
import { resolve } from "@/lib/journey/resolve";
import { FULL_SEED } from "@/lib/journey/testing/sample";
import { pool } from "@/server/db/pool";
import { checkMap } from "@/server/doctor/check-map";
import type { DocumentLog } from "@/server/log/contract";
import { syncCore } from "@/server/sync/sync-core";
import { createJourney, storedDocument } from "@/server/sync/testing/lab";
import { startTestApp, type TestApp } from "@/test/app";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const log = (): DocumentLog => syncCore().log;
const evil = "javascript:alert(1)";

/** What no field of a map may be, in every field, and entities that are none. */
const junk: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  null,
  true,
  [],
  [[[[]]]],
  {},
  [JSON.parse('{"__proto__":{"polluted":true}}')],
  [JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')],
  "",
  evil,
  "\u0000",
  "\ud800",
  "<img src=x onerror=alert(1)>",
];

/** Writes it straight into the log, as what is left of older programs or of a fault would stand there. */
async function spoil(journeyId: string): Promise<string> {
  const doc = await storedDocument(log(), journeyId);
  const before = Y.encodeStateVector(doc);
  const linkId = crypto.randomUUID();
  doc.transact(() => {
    for (const name of ROOTS) {
      const root = rootOf(doc, name);
      for (const key of ["__proto__", "constructor", "prototype", "x"])
        root.set(key, evil);
      // Whose key is an id: whatever stands under it, there is such a persona.
      if (name === "personas") continue;
      for (const value of junk) root.set(crypto.randomUUID(), value);
      for (const value of junk) {
        const entity = new Y.Map<unknown>();
        root.set(crypto.randomUUID(), entity);
        for (const field of ["kind", "title", "loc", "url", "text", "del"])
          entity.set(field, value);
        entity.set("list", Y.Array.from([1]));
        entity.set("xml", new Y.XmlFragment());
      }
      for (const held of root.values())
        if (held instanceof Y.Map) held.set("nobody-knows", evil);
    }
    // One that is right in all but where it leads to.
    const attachments = rootOf(doc, "attachments");
    const all = [...attachments.values()];
    const link = all.find(
      (held): held is Y.Map<unknown> =>
        held instanceof Y.Map && held.get("kind") === "link",
    );
    const copy = link!.clone();
    attachments.set(linkId, copy);
    copy.set("url", evil);
  });
  const data = Y.encodeStateAsUpdate(doc, before);
  const { headSeq } = (await log().readHeads([journeyId])).get(journeyId)!;
  const actor = { kind: "system", id: "test" } as const;
  const row = { data, actor, connId: "junk", idemKey: null };
  const clientIds = [doc.clientID];
  const stored = await log().append({
    journeyId,
    afterSeq: headSeq,
    rows: [{ ...row, clientIds }],
  });
  expect(stored.ok).toBe(true);
  return linkId;
}

interface Described {
  readonly paths: Record<string, Record<string, unknown>>;
}

/** Everything that can be read of one journey. */
async function readings(journeyId: string): Promise<[string, Response][]> {
  const { viewer } = app.people;
  const described = await fetchJson<Described>("/openapi.json");
  const paths = Object.keys(described.paths)
    .filter((path) => described.paths[path]?.["get"] !== undefined)
    .map((path) => path.replace(/^\/api\/v1/, ""))
    .filter((path) => /\{slug\}/.test(path))
    .map((path) =>
      path
        .replace("{slug}", app.workspace.slug)
        .replace(/\{journeyId\}|\{id\}/, journeyId),
    )
    .filter((path) => !path.includes("{"));
  return Promise.all(
    paths.map(async (path): Promise<[string, Response]> => [
      path.replace(journeyId, "…"),
      await viewer.fetch(path),
    ]),
  );
}

const fetchJson = async <T>(path: string): Promise<T> =>
  (await (await app.people.viewer.fetch(path)).json()) as T;

test("[WS-16] whatever stands in a document, what is right in it is read as before, nothing fails and nothing is passed on that could run", async () => {
  const [clean, spoilt] = await Promise.all(
    [1, 2].map(() => createJourney(FULL_SEED, app.workspace.id)),
  );
  const { issues: _none, ...before } = resolve(
    await storedDocument(log(), spoilt!),
  );
  const linkId = await spoil(spoilt!);
  const { issues, ...after } = resolve(await storedDocument(log(), spoilt!));
  const isLink = ({ id }: { id: string }) => id === linkId;
  const [link] = Object.values(after.attachments).flat().filter(isLink);
  expect(link).toMatchObject({ url: null });
  expect(issues.length).toBeGreaterThan(50);
  expect(after.meta).toEqual(before.meta);
  const hasAll = (held: readonly unknown[] = [], all: readonly unknown[]) =>
    expect(held).toEqual(expect.arrayContaining([...all]));
  hasAll(after.stages, before.stages);
  hasAll(after.lanes, before.lanes);
  for (const [cell, cards] of Object.entries(before.cells))
    hasAll(after.cells[cell as keyof typeof after.cells], cards);
  for (const [on, held] of Object.entries(before.attachments))
    hasAll(after.attachments[on as keyof typeof after.attachments], held);

  const usual = await readings(clean!);
  const read = await readings(spoilt!);
  expect(read.length).toBeGreaterThan(10);
  expect(read.map(([path, { status }]) => [path, status])).toEqual(
    usual.map(([path, { status }]) => [path, status]),
  );
  for (const [path, response] of read) {
    const text = await response.text();
    expect(text.includes(evil), path).toBe(false);
    expect(text.includes("onerror"), path).toBe(false);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const room = await syncCore().rooms.enter(spoilt!);
  room!.release();
  await room!.room.keeper.finish();
  expect((await checkMap(pool(), spoilt!))?.findings).toEqual([]);
});
