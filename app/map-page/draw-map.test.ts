import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { createElement, Suspense, use, type ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { drawMap } from "./draw-map";
import { openBody } from "./page-body";

let server: http.Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

interface Drawn {
  readonly errors: unknown[];
  readonly done: Promise<void>;
}

/** A server whose every answer is this map, in a page that says where it begins and ends. */
async function serve(
  map: ReactNode,
  before?: (response: http.ServerResponse) => Promise<unknown>,
): Promise<{ url: string; drawn: () => Promise<Drawn> }> {
  const errors: unknown[] = [];
  let told: (drawn: Drawn) => void;
  const drawn = new Promise<Drawn>((tell) => (told = tell));
  async function answer(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    await before?.(response);
    const body = openBody(request, response);
    const done = body.begin("<main>").then(() =>
      drawMap(map, {
        nonce: "n",
        body,
        after: () => "</main>",
        failed: () => "<p>failed</p></main>",
        onError: (error) => void errors.push(error),
      }),
    );
    told({ errors, done });
  }
  server = http.createServer(
    (request, response) => void answer(request, response),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, drawn: () => drawn };
}

async function read(url: string, encoding: string) {
  const request = http.get(url, { headers: { "accept-encoding": encoding } });
  const [answer] = (await once(request, "response")) as [http.IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { headers: answer.headers, bytes: Buffer.concat(parts) };
}

function Broken(): ReactNode {
  throw new Error("cannot be drawn");
}

describe("[039] a page is drawn into its answer", () => {
  it("whole, between what stands in front of it and behind it", async () => {
    const { url } = await serve(createElement("p", null, "Ärger & Lob"));
    const { bytes } = await read(url, "identity");
    expect(bytes.toString()).toBe("<main><p>Ärger &amp; Lob</p></main>");
  });

  it("small where the browser can read that", async () => {
    const { url } = await serve(
      createElement("p", null, "long ".repeat(1_000)),
    );
    const { headers, bytes } = await read(url, "br, gzip");
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers.vary).toBe("Accept-Encoding");
    expect(bytes.length).toBeLessThan(500);
    expect(gunzipSync(bytes).toString()).toMatch(/^<main><p>long .*<\/main>$/);
  });

  it("says that it failed where it did, and tells the server why", async () => {
    const { url, drawn } = await serve(createElement(Broken));
    const { bytes } = await read(url, "gzip");
    expect(gunzipSync(bytes).toString()).toBe("<main><p>failed</p></main>");
    expect((await drawn()).errors).toEqual([new Error("cannot be drawn")]);
  });

  it.each(["identity", "gzip"])(
    "is not begun for somebody who has gone, sent as %s",
    async (encoding) => {
      const never = new Promise<string>(() => undefined);
      const Waiting = () => use(never);
      const { url, drawn } = await serve(
        createElement(Suspense, { fallback: "…" }, createElement(Waiting)),
        (response) => {
          response.socket?.destroy();
          return once(response, "close");
        },
      );
      const request = http.get(url, {
        headers: { "accept-encoding": encoding },
      });
      request.on("error", () => undefined);
      const { errors, done } = await drawn();
      await done;
      expect(errors).toEqual([]);
    },
  );

  it("is given up when nobody reads it any more", async () => {
    const never = new Promise<string>(() => undefined);
    const Waiting = () => use(never);
    const { url, drawn } = await serve(
      createElement(Suspense, { fallback: "…" }, createElement(Waiting)),
    );
    const request = http.get(url);
    request.on("error", () => undefined);
    await once(request, "response");
    request.destroy();
    await (
      await drawn()
    ).done;
  });
});
