import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { seededRandom } from "@/lib/journey/testing/random";
import { documentOf } from "@/server/log/document-of";
import { readDocument } from "@/server/sync/door";
import { syncCore } from "@/server/sync/sync-core";
import { startTestApp, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld } from "@/test/matrix/world";
import { Sampler, type Schema } from "@/test/json-schema-sampler";

let app: TestApp;
let ids: MapIds;

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_API_PER_MINUTE: "100000" } });
  ids = await (await createWorld(app)).map();
});
afterAll(() => app.stop());

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header";
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Record<string, { schema: Schema; example?: unknown }>;
  };
  readonly responses: Record<
    string,
    { content?: Record<string, { schema: Schema }> }
  >;
}
interface Described {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}
interface Known {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const calls = 300;
const journeyPath = "/workspaces/{slug}/journeys/{journeyId}/";
/** Files come as bodies that are not JSON. */
const isOnMap = (path: string) =>
  path.startsWith(journeyPath) && !path.endsWith("/files");

/** A schema with what it refers to put in its place. */
function inlined(schema: unknown, all: Record<string, Schema>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => inlined(item, all));
  if (typeof schema !== "object" || schema === null) return schema;
  if ("$ref" in schema && typeof schema.$ref === "string")
    return inlined(all[schema.$ref.split("/").at(-1) ?? ""], all);
  return Object.fromEntries(
    Object.entries(schema).map(([key, held]) => [key, inlined(held, all)]),
  );
}

async function describedRoutes(): Promise<{
  known: Known[];
  shapeOf: (operation: Operation, status: number) => z.ZodType | null;
}> {
  const response = await app.people.anon.fetch("/openapi.json");
  const { paths, components } = (await response.json()) as Described;
  const known = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: inlined(operation, components.schemas) as Operation,
    })),
  );
  const shapes = new Map<Schema, z.ZodType>();
  const shapeOf = ({ responses }: Operation, status: number) => {
    const found = responses[status] ?? responses["default"];
    const schema = Object.values(found?.content ?? {})[0]?.schema;
    if (!schema) return null;
    const shape = shapes.get(schema) ?? z.fromJSONSchema(schema as never);
    shapes.set(schema, shape);
    return shape;
  };
  return { known, shapeOf };
}

/** A request as the description allows it, or one that is wrong in some way. */
function requestFor(
  { method, path, operation }: Known,
  sampler: Sampler,
): { target: string; init: RequestInit } {
  const sample = (name: string, schema: Schema) =>
    String(sampler.sample(schema, name));
  const query = new URLSearchParams();
  let target = path.replace("{slug}", app.workspace.slug);
  for (const { name, in: where, required, schema } of operation.parameters ??
    []) {
    if (where === "path")
      target = target.replace(
        `{${name}}`,
        encodeURIComponent(sample(name, schema)),
      );
    if (where === "query" && (required || sampler.chance(0.3)))
      query.set(name, sample(name, schema));
  }
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const body = schema && sampler.spoilt(sampler.sample(schema, ""), 0.1);
  const headers = {
    "content-type": "application/json",
    ...(sampler.chance(0.3) && {
      "idempotency-key": `k${Math.floor(sampler.random() * 40)}`,
    }),
  };
  return {
    target: `${target}${query.size > 0 ? `?${query}` : ""}`,
    init: {
      method: method.toUpperCase(),
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
  };
}

async function idsNow(): Promise<Record<string, readonly string[]>> {
  const { map } = await readDocument(ids.journeyId);
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const idOf = ({ id }: { id: string }) => id;
  const columns = [...map.stages, ...touchpoints].map(idOf);
  const cards = Object.values(map.cells).flat().map(idOf);
  return {
    journeyId: [ids.journeyId],
    stageId: map.stages.map(idOf),
    touchpointId: touchpoints.map(idOf),
    itemId: touchpoints.flatMap(({ checklist }) => checklist.map(idOf)),
    laneId: map.lanes.map(idOf),
    cardId: cards,
    attachmentId: Object.values(map.attachments).flat().map(idOf),
    channelId: [ids.channelId],
    personaId: [ids.personaId],
    stakeholderId: [ids.stakeholderId],
    columnId: columns,
    on: [...columns, ...cards],
    from: [...columns, ...cards],
    to: [...columns, ...cards],
    before: [...columns, ...cards],
  };
}

test("[AP-14] 300 calls made out of the description get no 5xx, and every answer is as described", async () => {
  const { known, shapeOf } = await describedRoutes();
  const onMap = known.filter(({ path }) => isOnMap(path));
  expect(onMap.length).toBeGreaterThan(40);
  const random = seededRandom(14);
  const statuses = new Map<number, number>();
  const done = new Set<Known>();
  for (let index = 0; index < calls; index += 1) {
    const route = onMap[Math.floor(random() * onMap.length)]!;
    const sampler = new Sampler(random, await idsNow());
    const { target, init } = requestFor(route, sampler);
    const response = await app.people.editor.fetch(target, init);
    const said = `${init.method} ${target} ${JSON.stringify(init.body)} → ${response.status}`;
    const text = await response.text();
    expect(response.status, said).toBeLessThan(500);
    const shape = shapeOf(route.operation, response.status);
    const { error } = shape?.safeParse(JSON.parse(text)) ?? {};
    expect(error, `${said} ${text}`).toBeUndefined();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.ok) done.add(route);
  }
  const ok = (statuses.get(200) ?? 0) + (statuses.get(201) ?? 0);
  expect(ok).toBeGreaterThan(calls / 4);
  expect(done.size).toBeGreaterThan(onMap.length / 2);
  const stored = await syncCore().log.load(ids.journeyId);
  const { map } = await readDocument(ids.journeyId);
  expect(canonicalJson(resolve(documentOf(stored!)))).toBe(canonicalJson(map));
});

test("every change of a map is described with an example that it takes", async () => {
  const { known } = await describedRoutes();
  const withBody = known.filter(
    ({ path, operation, method }) =>
      path.startsWith(journeyPath) &&
      method !== "get" &&
      operation.parameters?.some(({ in: where }) => where === "header") &&
      // The body of an import is a file.
      operation.requestBody?.content["application/json"],
  );
  expect(withBody.length).toBeGreaterThan(25);
  for (const { path, method, operation } of withBody) {
    const { schema, example } =
      operation.requestBody!.content["application/json"]!;
    const { error } = z.fromJSONSchema(schema as never).safeParse(example);
    expect([method, path, error]).toEqual([method, path, undefined]);
  }
});
