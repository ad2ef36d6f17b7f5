import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { refuseUndefinedFilters } from "@/server/db/undefined-filters";
import { closePool, pool } from "@/server/db/pool";
import { startTestApp, type TestApp } from "@/test/app";
import { apiRoutes } from "./app";

let app: TestApp;
let path: string;

beforeAll(async () => {
  app = await startTestApp();
  path = `/workspaces/${app.workspace.slug}`;
});
afterAll(() => app.stop());

const json = { "content-type": "application/json" };

describe("bodies", () => {
  const post = (body: string, headers: Record<string, string> = json) =>
    app.people.owner.fetch("/workspaces", { method: "POST", body, headers });

  test.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/json; charset=latin1", 415],
    ["application/json; charset=utf-8", 201],
  ])("[AP-13] JSON sent as %s: %i", async (type, status) => {
    const body = JSON.stringify({ name: "Typed", locale: "en" });
    expect((await post(body, { "content-type": type })).status).toBe(status);
  });

  test("[AP-13] a byte more than a megabyte is too much, said or not", async () => {
    const name = "x".repeat(1024 * 1024);
    const body = JSON.stringify({ name, locale: "en" });
    expect((await post(body)).status).toBe(413);
    const stream = new Blob([body]).stream();
    const chunked = await app.people.owner.fetch("/workspaces", {
      method: "POST",
      body: stream,
      headers: json,
    });
    expect(chunked.status).toBe(413);
  });

  test.each([
    '{"name":"A","name":"B","locale":"en"}',
    '{"name":1e400,"locale":"en"}',
    '{"name":"A\\u0000","locale":"en"}',
    '{"name":"\\ud800","locale":"en"}',
    '{"name":"A","locale":"en","__proto__":{"role":"owner"}}',
    '{"name":"A","locale":"en"',
    "",
    "null",
    "[]",
  ])("[AP-13] %s is refused", async (body) => {
    expect((await post(body)).status).toBe(422);
  });

  test("[RT-08] NUL in an address leads nowhere, never to an error of ours", async () => {
    for (const [method, target] of [
      ["GET", "/workspaces/%00"],
      ["DELETE", `${path}/members/%00`],
      ["GET", "/invitations/%00"],
    ] as const)
      expect((await app.people.owner.send(method, target)).status).toBe(404);
    const query = await app.people.owner.fetch(`${path}/audit?cursor=%00`);
    expect(query.status).toBe(422);
  });
});

describe("other sites", () => {
  const types = [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
  ];
  const origins: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "", "sec-fetch-site": "cross-site" },
  ];

  test("[HD-06] no route with a cookie takes a form from elsewhere", async () => {
    const before = await app.countRows();
    const { cookie = "" } = app.people.owner.headers;
    for (const route of apiRoutes().filter(({ method }) => method !== "get")) {
      const target = route.path
        .replace("{slug}", app.workspace.slug)
        .replaceAll(/\{\w+\}/g, crypto.randomUUID());
      for (const type of types)
        for (const { origin, ...rest } of origins) {
          const response = await app.request(target, {
            method: route.method.toUpperCase(),
            headers: {
              cookie,
              "content-type": type,
              ...(origin && { origin }),
              ...rest,
            },
            ...(route.method !== "delete" && { body: "a=b" }),
          });
          expect([route.path, response.status]).toEqual([route.path, 403]);
        }
    }
    expect(await app.countRows()).toEqual(before);
  });

  test("[AP-05] another page reads nothing by the cookie either", async () => {
    const { cookie = "" } = app.people.owner.headers;
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of elsewhere) {
      const response = await app.request(path, {
        headers: { cookie, ...headers },
      });
      expect(response.status).toBe(403);
    }
  });

  test("[AP-12] no answer allows another origin anything", async () => {
    for (const method of ["GET", "OPTIONS"])
      for (const who of [app.people.owner, app.people.tokR]) {
        const response = await who.fetch(path, {
          method,
          headers: {
            origin: "https://evil.example",
            "access-control-request-method": "POST",
          },
        });
        const names = [...response.headers.keys()];
        expect(
          names.filter((name) => name.startsWith("access-control")),
        ).toEqual([]);
      }
  });
});

describe("methods", () => {
  test("[AZ-17] reading methods have no effect where writing ones are meant", async () => {
    const before = await app.countRows();
    const listed = apiRoutes();
    for (const route of listed.filter(({ method }) => method !== "get")) {
      const readable = listed.some(
        (other) => other.path === route.path && other.method === "get",
      );
      if (readable) continue;
      const target = route.path
        .replace("{slug}", app.workspace.slug)
        .replaceAll(/\{\w+\}/g, crypto.randomUUID());
      for (const method of ["GET", "HEAD"]) {
        const response = await app.people.owner.fetch(target, { method });
        expect([target, response.status]).toEqual([target, 405]);
        expect(response.headers.get("allow")).toContain(
          route.method.toUpperCase(),
        );
      }
    }
    const overridden = await app.people.owner.fetch(path, {
      headers: { "x-http-method-override": "DELETE" },
    });
    expect(overridden.status).toBe(200);
    expect(await app.countRows()).toEqual(before);
  });
});

describe("answers", () => {
  test("[HD-04] are kept by no cache and carry an id to ask about", async () => {
    for (const target of [path, "/nothing", `${path}/audit`]) {
      const response = await app.people.owner.fetch(target);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
    const refused = await app.people.viewer.fetch(`${path}/audit`);
    const body = (await refused.json()) as Record<string, unknown>;
    expect(refused.headers.get("content-type")).toBe(
      "application/problem+json",
    );
    expect(body).toEqual({
      type: "about:blank",
      title: "Forbidden",
      status: 403,
      code: "forbidden",
      requestId: refused.headers.get("x-request-id"),
    });
  });

  test("[AP-10] an error of ours says nothing about what it was", async () => {
    const failing = vi
      .spyOn(pool(), "query")
      .mockRejectedValue(
        new Error(
          'syntax error at "SELECT secret" in /srv/app/server.js',
        ) as never,
      );
    const response = await app.people.owner.fetch(path);
    failing.mockRestore();
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toMatch(/SELECT|secret|\/srv|stack|Error:/);
    expect(JSON.parse(text)).toMatchObject({ code: "internal" });
  });

  test("[FT-05] without the database the answer is to come back, not an error", async () => {
    const gone = vi
      .spyOn(pool(), "query")
      .mockRejectedValue(
        Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) as never,
      );
    const response = await app.people.owner.fetch(path);
    gone.mockRestore();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    await closePool();
    expect((await app.people.owner.fetch(path)).status).toBe(200);
  });
});

describe("the description of the API", () => {
  test("names every route and comes from the same schemas", async () => {
    const response = await app.people.anon.fetch("/openapi.json");
    expect(response.status).toBe(200);
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries(document.paths).flatMap(
      ([target, methods]) =>
        Object.keys(methods).map((method) => `${method} ${target}`),
    );
    const declared = apiRoutes()
      .map(({ method, path: target }) => `${method} ${target}`)
      .filter((name) => name !== "get /openapi.json");
    expect(described.sort()).toEqual(declared.sort());
    expect(document.paths["/account"]?.post).toMatchObject({
      requestBody: {
        content: {
          "application/json": {
            schema: {
              additionalProperties: false,
              required: expect.any(Array),
            },
          },
        },
      },
    });
  });

  test("is a page without scripts and without anything from elsewhere", async () => {
    const response = await app.request("/api/docs");
    expect(response.status).toBe(200);
    const html = await response.text();
    for (const { path: target } of apiRoutes()) expect(html).toContain(target);
    // Examples may name an address; nothing may be fetched from one.
    expect(html).not.toMatch(
      /<script|\ssrc=|=["']?(https?:)?\/\/|url\(|@import/i,
    );
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
  });
});

describe("filters", () => {
  test.each([
    [{ where: { id: undefined } }],
    [{ where: undefined }],
    [{ where: { user: { email: undefined } } }],
    [{ where: { OR: [{ id: "a" }, { id: undefined }] } }],
    [{ where: { id: { in: ["a", undefined] } } }],
  ])("[AZ-11] %j is refused before asking", (args) => {
    expect(() => refuseUndefinedFilters(args)).toThrow("is undefined");
  });

  test("[AZ-11] what is said, null and dates included, passes", () => {
    expect(() =>
      refuseUndefinedFilters({
        where: { id: "a", gone: null, at: { lt: new Date() } },
        data: { name: undefined },
      }),
    ).not.toThrow();
  });
});
