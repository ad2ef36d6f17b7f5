import { describe, expect, test } from "vitest";
import { verdictOn, wayOf } from "./ways";

const origin = "https://maps.example";
const map = "/w/acme/journeys/0c9d7c52-4f0b-4d4e-9a51-0f2a3c4d5e6f";
const way = (path: string, mode = "navigate", method = "GET") =>
  wayOf({ method, mode, url: new URL(path, origin), origin });

describe("what the worker answers", () => {
  test("[FT-15] maps, other pages, and the scripts of both", () => {
    expect(way(map)).toBe("map");
    expect(way(`${map}?card=1`)).toBe("map");
    for (const page of ["/", "/w/acme/journeys", `${map}/history`, "/sign-in"])
      expect([page, way(page)]).toEqual([page, "page"]);
    expect(way("/_next/static/chunks/a.js", "no-cors")).toBe("file");
  });

  test.each([
    "/s/token",
    "/s/token/live",
    "/p/token",
    "/q/token",
    "/u/token",
    "/invite/token",
    "/api/v1/workspaces/acme/files/1",
    "/api/docs",
    "/_next/static/chunks/a.js",
    "/worker.js",
    "https://elsewhere.example/w/acme/journeys",
  ])("nothing of %s, whoever opens it", (path) => {
    expect(way(path)).toBe("none");
  });

  test.each([
    [map, "cors", "GET"],
    [`${map}?_rsc=1`, "cors", "GET"],
    ["/api/v1/workspaces/acme/journeys", "cors", "GET"],
    ["/api/v1/workspaces/acme/files", "cors", "POST"],
    ["/q/token", "navigate", "POST"],
    ["/icon.svg", "no-cors", "GET"],
    ["https://elsewhere.example/_next/static/a.js", "no-cors", "GET"],
  ])("nothing of %s as %s by %s", (path, mode, method) => {
    expect(way(path, mode, method)).toBe("none");
  });

  test.each([
    ["/api/v1/me/session", "DELETE"],
    ["/api/v1/me/sessions", "DELETE"],
    ["/api/v1/account", "POST"],
    ["/api/auth/callback/credentials", "POST"],
  ])("%s by %s may change who is here", (path, method) => {
    expect(way(path, "cors", method)).toBe("entry");
    expect(way(path, "cors", "GET")).toBe("none");
  });

  test("ending the session of another device changes nothing here", () => {
    expect(way("/api/v1/me/sessions/1", "cors", "DELETE")).toBe("none");
  });
});

test.each([
  [200, "basic", "here"],
  [404, "basic", "closed"],
  [503, "basic", "away"],
  [500, "basic", "other"],
  [0, "opaqueredirect", "signed-out"],
] as const)("%i of type %s says %s", (status, type, verdict) => {
  expect(verdictOn({ status, type, redirected: false })).toBe(verdict);
});
