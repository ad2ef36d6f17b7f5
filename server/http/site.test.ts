import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";

async function load(appUrl: string) {
  vi.resetModules();
  vi.stubEnv("APP_URL", appUrl);
  return import("./site");
}

afterEach(() => vi.unstubAllEnvs());

describe("which hosts are ours", () => {
  test.each([
    ["localhost:3000", "http://localhost:3000"],
    ["127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["[::1]:3000", "http://[::1]:3000"],
    ["LOCALHOST", "http://localhost"],
  ])("without APP_URL this machine's own: %s", async (host, origin) => {
    const { siteOf } = await load("");
    expect(siteOf(host)).toMatchObject({ origin, isLoopback: true });
  });

  test.each([
    "evil.example",
    "localhost.evil.example",
    "localhost:3000@evil.example",
    "localhost/evil",
    "192.168.1.5:3000",
    "",
    undefined,
  ])("[HD-09] without APP_URL not %s", async (host) => {
    const { siteOf } = await load("");
    expect(siteOf(host)).toBeNull();
  });

  test("[HD-09] with APP_URL exactly those", async () => {
    const { siteOf } = await load(
      "https://maps.example, http://192.168.1.5:3000",
    );
    expect(siteOf("maps.example")?.origin).toBe("https://maps.example");
    expect(siteOf("maps.example:443")?.origin).toBe("https://maps.example");
    expect(siteOf("192.168.1.5:3000")).toEqual({
      origin: "http://192.168.1.5:3000",
      isHttps: false,
      isLoopback: false,
    });
    for (const host of ["maps.example:3000", "localhost:3000", "x.example"])
      expect(siteOf(host)).toBeNull();
  });

  test("[AN-14] plain http beyond this machine is worth a warning", async () => {
    const { unsafeOrigins } = await load(
      "https://a.example,http://192.168.1.5:3000,http://localhost:3000",
    );
    expect(unsafeOrigins()).toEqual(["http://192.168.1.5:3000"]);
  });

  test("[AN-14] the warning is given when the server starts, once for each such address", async () => {
    await load("https://a.example,http://192.168.1.5:3000");
    const { logger } = await import("@/server/logger");
    const { warnOfPlainHttp } = await import("./plain-http");
    const warn = vi.spyOn(logger(), "warn").mockReturnValue();
    warnOfPlainHttp();
    expect(warn.mock.calls).toEqual([
      [{ origin: "http://192.168.1.5:3000" }, expect.stringContaining("https")],
    ]);
    const startsWith = readFileSync(`${import.meta.dirname}/../web.ts`, "utf8");
    expect(startsWith).toMatch(/startWeb[\s\S]*warnOfPlainHttp\(\);/);
    warn.mockRestore();
  });

  test("[AN-11] links in mails begin with the first of them", async () => {
    const { publicOrigin } = await load("https://a.example,https://b.example");
    expect(publicOrigin()).toBe("https://a.example");
  });
});

describe("[HD-06] requests from other sites", () => {
  const cases: [Record<string, string>, string, boolean][] = [
    [{ origin: "https://maps.example" }, "POST", false],
    [{ origin: "http://maps.example" }, "POST", true],
    [{ origin: "https://evil.example" }, "POST", true],
    [{ origin: "https://maps.example.evil.example" }, "POST", true],
    [{ origin: "null" }, "POST", true],
    [{ "sec-fetch-site": "cross-site" }, "POST", true],
    [{ "sec-fetch-site": "same-site" }, "POST", true],
    [{ "sec-fetch-site": "same-origin" }, "POST", false],
    [{ "sec-fetch-site": "none" }, "GET", false],
    [{ "sec-fetch-site": "cross-site" }, "GET", true],
    [
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "GET",
      false,
    ],
    [
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "POST",
      true,
    ],
    [{}, "POST", false],
  ];
  test.each(cases)("%j by %s: %s", async (headers, method, expected) => {
    const { isCrossSite } = await load("https://maps.example");
    expect(isCrossSite({ host: "maps.example", ...headers }, method)).toBe(
      expected,
    );
  });
});
