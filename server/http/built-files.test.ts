import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withBuiltFiles } from "./built-files";

const folder = mkdtempSync(path.join(tmpdir(), "waymark-built-"));
const chunks = path.join(folder, "static/chunks");
const script = 'const words = "Grüße, 旅";';
const put = (name: string, text: string) =>
  writeFileSync(path.join(chunks, name), text);

const server = createServer((asked, response) => void handle(asked, response));
let handle: ReturnType<typeof withBuiltFiles>;

beforeAll(async () => {
  mkdirSync(chunks, { recursive: true });
  put("a.js", script);
  put("b.css", "p { margin: 0 }");
  put("c.woff2", "a font");
  put("gone.js", "gone");
  writeFileSync(path.join(folder, "BUILD_ID"), "secret");
  handle = withBuiltFiles(folder, (_, response) => response.end("others"));
  put("later.js", "later");
  rmSync(path.join(chunks, "gone.js"));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function ask(
  address: string,
  headers: Record<string, string> = { "accept-encoding": "gzip, deflate, br" },
  method = "GET",
) {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((came, failed) => {
    const where = { host: "127.0.0.1", port, path: address, method, headers };
    request(where, came).on("error", failed).end();
  });
  return { headers: answer.headers, body: await buffer(answer) };
}

const othersSay = async (...args: Parameters<typeof ask>) => {
  const { body } = await ask(...args);
  return body.toString() === "others";
};

describe("[HD-04] built files", () => {
  test.each([
    ["a.js", "application/javascript; charset=UTF-8", script],
    ["b.css", "text/css; charset=UTF-8", "p { margin: 0 }"],
  ])(
    "%s comes made small, whole, and may be kept for ever",
    async (name, type, text) => {
      for (let time = 0; time < 2; time += 1) {
        const { headers, body } = await ask(`/_next/static/chunks/${name}?x`);
        expect(gunzipSync(body).toString()).toBe(text);
        expect(headers).toMatchObject({
          "content-type": type,
          "content-encoding": "gzip",
          "content-length": String(body.length),
          "cache-control": "public, max-age=31536000, immutable",
          vary: "Accept-Encoding",
        });
      }
    },
  );

  test.each([
    ["a font", "/_next/static/chunks/c.woff2"],
    ["what is no part of the build's static files", "/_next/BUILD_ID"],
    ["a way out of the folder", "/_next/static/../BUILD_ID"],
    ["a name that no file has", "/_next/static/chunks/none.js"],
    ["a folder", "/_next/static/chunks"],
    ["another spelling", "/_next/static/chunks/%61.js"],
    ["what came after the start", "/_next/static/chunks/later.js"],
    ["what has gone since the start", "/_next/static/chunks/gone.js"],
    ["a page", "/"],
  ])("%s is left to others", async (_, address) => {
    expect(await othersSay(address)).toBe(true);
  });

  test.each([
    ["cannot unpack", {}],
    ["will not unpack", { "accept-encoding": "gzip;q=0" }],
    ["wants a part", { "accept-encoding": "gzip", range: "bytes=0-1" }],
    ["holds one already", { "accept-encoding": "gzip", "if-none-match": "x" }],
  ])("a browser that %s is left to others", async (_, headers) => {
    expect(await othersSay("/_next/static/chunks/a.js", headers)).toBe(true);
  });

  test.each(["HEAD", "POST"])("%s is left to others", async (method) => {
    const { headers } = await ask(
      "/_next/static/chunks/a.js",
      { "accept-encoding": "gzip" },
      method,
    );
    expect(headers["content-encoding"]).toBeUndefined();
  });
});
