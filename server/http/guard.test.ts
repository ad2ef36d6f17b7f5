import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withSettings } from "@/test/with-settings";
import { guardRequest } from "./guard";

interface Seen {
  url: string;
  headers: IncomingHttpHeaders;
  rawHeaders: string[];
}

let seen: Seen | undefined;
const server = createServer((request, response) => {
  if (!guardRequest(request, response)) return;
  const { url = "", headers, rawHeaders } = request;
  seen = { url, headers: { ...headers }, rawHeaders: [...rawHeaders] };
  response.end("in");
});

withSettings(() => ({
  APP_URL: "https://maps.example,http://192.168.1.5:3000,http://localhost:3000",
}));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
}

function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  seen = undefined;
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = send(
      { port, path, method, headers: { host: "maps.example", ...headers } },
      (response: IncomingMessage) => {
        response.resume();
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
          }),
        );
      },
    );
    request.on("error", reject);
    request.end();
  });
}

describe("in front of everything", () => {
  test.each(["evil.example", "maps.example.evil.example", "127.0.0.1"])(
    "[HD-09] the host %s is refused",
    async (host) => {
      expect((await ask("/", { host })).status).toBe(421);
      expect(seen).toBeUndefined();
    },
  );

  test.each(["/api/health/live", "/api/health/ready"])(
    "[FT-36] %s answers whoever asks the process by its bare address",
    async (path) => {
      const { status, headers } = await ask(path, { host: "10.0.0.7:3000" });
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("private, no-store");
    },
  );

  test("[WS-20] an absolute address is refused", async () => {
    expect((await ask("http://169.254.169.254/")).status).toBe(400);
  });

  test.each(["TRACE", "PROPFIND", "LINK"])(
    "[AZ-17] %s is refused",
    async (method) => {
      expect((await ask("/", {}, method)).status).toBe(405);
    },
  );

  test.each([
    "//w/acme",
    "/w//acme",
    "/w%2facme",
    "/w%5cacme",
    "/w/\\acme",
    "/w/%2e%2e/acme",
    "/w/../acme",
    "/w/./acme",
    "/w/acme%00",
  ])("[AZ-13] the odd spelling %s is not there", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("[UP-14] the image optimiser is not there", async () => {
    const { status } = await ask("/_next/image?url=%2Flogo.png&w=64&q=75");
    expect(status).toBe(404);
    expect(seen).toBeUndefined();
  });

  test.each([
    "/_global-error",
    "/_not-found",
    "/_error",
    "/_next/data/build/w/acme.json",
    "/_next/webpack-hmr",
    "/__nextjs_source-map?filename=x",
  ])("[AZ-20] the inner handler %s does not answer", async (path) => {
    expect((await ask(path)).status).toBe(404);
    expect(seen).toBeUndefined();
  });

  test("[AZ-20] the built files do", async () => {
    expect((await ask("/_next/static/chunks/a.js")).status).toBe(200);
  });

  test("[AZ-13] what the framework says to itself is taken out", async () => {
    await ask("/w/acme?nxtPslug=other&_rsc=1&nxtIx=2&__nextLocale=de&q=a%20b", {
      "x-middleware-subrequest": "middleware:middleware",
      "x-middleware-rewrite": "/w/other",
      "x-invoke-path": "/w/other",
      "x-matched-path": "/w/other",
      "x-nextjs-data": "1",
      "x-now-route-matches": "1=other",
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "6.6.6.6",
      forwarded: "for=6.6.6.6",
      "x-http-method-override": "DELETE",
      "x-waymark-address": "6.6.6.6",
      "x-waymark-page": "/elsewhere",
      rsc: "1",
    });
    expect(seen?.url).toBe("/w/acme?_rsc=1&q=a%20b");
    expect(seen?.headers["x-waymark-page"]).toBe(seen?.url);
    expect(Object.keys(seen?.headers ?? {}).sort()).toEqual([
      "connection",
      "content-security-policy",
      "host",
      "rsc",
      "x-nonce",
      "x-waymark-address",
      "x-waymark-page",
    ]);
    expect(seen?.headers["x-waymark-address"]).toBe("127.0.0.1");
    expect(seen?.rawHeaders.join()).not.toMatch(/6\.6\.6\.6|evil|subrequest/);
  });

  test("[HD-02] a nonce or policy of the caller's is not taken up", async () => {
    const { headers } = await ask("/", {
      "x-nonce": "mine",
      "content-security-policy": "script-src 'nonce-mine'",
    });
    expect(seen?.headers["x-nonce"]).not.toBe("mine");
    expect(headers["content-security-policy"]).not.toContain("mine");
    expect(seen?.rawHeaders.join()).not.toContain("mine");
  });
});

describe("headers of answers", () => {
  test("[HD-01] a page runs only scripts of its own nonce, a new one each time", async () => {
    const policies = [await ask("/"), await ask("/")].map(
      ({ headers }) => headers["content-security-policy"] as string,
    );
    expect(new Set(policies).size).toBe(2);
    for (const policy of policies) {
      for (const part of [
        "'strict-dynamic'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(part);
      const script = /script-src ([^;]*)/.exec(policy)?.[1];
      expect(script).toMatch(/^'nonce-[\w+/=]{24}' 'strict-dynamic'$/);
    }
    expect(policies[1]).toContain(
      `'nonce-${String(seen?.headers["x-nonce"])}'`,
    );
    expect(seen?.headers["content-security-policy"]).toBe(policies[1]);
  });

  test.each(["/", "/api/v1/me", "/s/token", "/nothing"])(
    "[HD-03] %s has them all",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": expect.any(String) as string,
        "permissions-policy": expect.any(String) as string,
      });
      expect(headers["x-powered-by"]).toBeUndefined();
    },
  );

  test("[HD-03] https is not demanded where people come by http", async () => {
    const { headers } = await ask("/", { host: "192.168.1.5:3000" });
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("[HD-04] data is kept by no cache", async () => {
    const { headers } = await ask("/api/v1/me");
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("[HD-04] a page is kept by no cache, a built file says for itself how long", async () => {
    const page = await ask("/w/acme/journeys");
    expect(page.headers["cache-control"]).toBe("private, no-store");
    const file = await ask("/_next/static/chunks/a.js");
    expect(file.headers["cache-control"]).toBeUndefined();
  });

  test.each(["/s/token", "/p/token", "/u/token", "/q/token", "/p/token/x.css"])(
    "[SH-09] [SH-15] %s gives its address to nobody and is not indexed",
    async (address) => {
      const { headers } = await ask(address);
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow, noarchive",
        "cache-control": "private, no-store",
      });
      expect(headers["content-security-policy"]).toContain(
        "frame-ancestors 'none'",
      );
    },
  );
});
