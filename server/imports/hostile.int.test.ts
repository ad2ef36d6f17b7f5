import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvidenceList } from "@/lib/api/evidence";
import type { ImportReading } from "@/lib/api/imports";
import { startTestApp, type TestApp } from "@/test/app";
import { importBody } from "@/test/matrix/import-rows";
import type { MapIds } from "@/test/matrix/map";
import { createWorld } from "@/test/matrix/world";

let app: TestApp;
let map: MapIds;
/** Hears whoever follows an address that stands in a file. */
let canary: http.Server;
const heard: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_IMPORT_READS_PER_HOUR: "1000" } });
  map = await (await createWorld(app)).map();
  canary = http.createServer((request, response) => {
    heard.push(request.url ?? "");
    response.end("heard");
  });
  await new Promise<void>((ready) => canary.listen(0, "127.0.0.1", ready));
});
afterAll(async () => {
  canary.close();
  await app.stop();
});

async function post(path: string, head: object, file: string) {
  const { slug } = app.workspace;
  return app.people.editor.fetch(
    `/workspaces/${slug}/journeys/${map.journeyId}${path}`,
    {
      method: "POST",
      body: importBody(head, file).slice() as BodyInit,
      headers: { "content-type": "application/octet-stream" },
    },
  );
}

const read = async (file: string, fileName: string) => {
  const answer = await post("/import-readings", { fileName }, file);
  const body = (await answer.json()) as ImportReading & {
    errors?: { code: string }[];
  };
  return { status: answer.status, body };
};

describe("[IM-01] a JSON file that means harm", () => {
  test.each([
    ["is nested a hundred thousand deep", "[".repeat(100_000), "notJson"],
    [
      "is nested ten thousand deep and closed",
      `[${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}]`,
      "empty",
    ],
    ["holds objects without a field", "[{},{}]", "empty"],
    ["is none", "{'a': 1}", "notJson"],
    ["ends within a word", '[{"score":1},{"sco', "notJson"],
  ])("and %s is refused, and says why", async (_, file, code) => {
    const { status, body } = await read(file, "answers.json");
    expect(status).toBe(422);
    expect(body.errors?.map((one) => one.code)).toEqual([code]);
  });

  test("and has keys that change every object brings columns with such names, and nothing else", async () => {
    const file = `[${Array.from({ length: 6 }, () => '{"__proto__":"polluted","constructor":{"prototype":{"polluted":1}},"score":4}').join(",")}]`;
    const { status, body } = await read(file, "answers.json");
    expect(status).toBe(200);
    expect(body.columns.map(({ name }) => name)).toContain("score");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    const bare = {} as { polluted?: unknown };
    expect(bare.polluted).toBeUndefined();
  });
});

test("[IM-06] addresses in a file are words: nobody asks for them when it is read, imported or looked at", async () => {
  const { port } = canary.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/canary`;
  const rows = Array.from(
    { length: 6 },
    (_, at) =>
      `2026-10-0${at + 1},4,See ${address}/${at} for the photo,${address}/file`,
  );
  const file = `Timestamp,How satisfied were you with ${address}?,Anything else?,Attachment\n${rows.join("\n")}\n`;
  const { body } = await read(file, "answers.csv");
  const columns = body.settings.mapping.columns.map((column) =>
    column.column === 2
      ? { ...column, role: "text", scale: null, decimal: null, dates: null }
      : column,
  );
  const settings = {
    ...body.settings,
    mapping: { ...body.settings.mapping, columns, touchpointFrom: "whole" },
    touchpoints: [{ key: "", touchpointId: map.touchpointId }],
    withQuotes: true,
  };
  const head = { fileName: "answers.csv", settings };
  const written = await post("/imports", head, file);
  expect(written.status, await written.clone().text()).toBe(201);
  const list = await app.people.viewer.fetch(
    `/workspaces/${app.workspace.slug}/evidence?journey=${map.journeyId}`,
  );
  const { evidence } = (await list.json()) as EvidenceList;
  expect(evidence.filter(({ quote }) => quote.includes(address))).toHaveLength(
    6,
  );
  expect(evidence.every(({ url, fileId }) => !url && !fileId)).toBe(true);
  expect(heard).toEqual([]);
  // It would have heard.
  await fetch(`${address}/heard`);
  expect(heard).toEqual(["/canary/heard"]);
});
