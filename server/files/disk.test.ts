import { createServer, type IncomingMessage, type Server } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { DriveFile } from "flydrive";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withSettings } from "@/test/with-settings";
import { disk, newStorageKey } from "./disk";

/** As much of S3 as keeping files takes, in memory. */
function fakeS3(objects: Map<string, Buffer>): Server {
  const bodyOf = async (request: IncomingMessage) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  return createServer((request, response) => {
    const answer = async () => {
      const url = new URL(request.url ?? "", "http://store");
      const key = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ""));
      const xml = (body: string) =>
        response
          .writeHead(200, { "content-type": "application/xml" })
          .end(body);
      const copied = request.headers["x-amz-copy-source"];
      if (request.method === "PUT" && typeof copied === "string") {
        objects.set(
          key,
          objects.get(decodeURIComponent(copied).replace(/^\/?bucket\//, ""))!,
        );
        return xml("<CopyObjectResult><ETag>x</ETag></CopyObjectResult>");
      }
      if (request.method === "PUT") {
        objects.set(key, await bodyOf(request));
        return response.writeHead(200, { etag: '"x"' }).end();
      }
      if (request.method === "DELETE") {
        objects.delete(key);
        return response.writeHead(204).end();
      }
      if (key === "")
        return xml(
          `<ListBucketResult>${[...objects].map(([name, bytes]) => `<Contents><Key>${name}</Key><Size>${bytes.length}</Size></Contents>`).join("")}</ListBucketResult>`,
        );
      const found = objects.get(key);
      if (!found) return response.writeHead(404).end();
      return response
        .writeHead(200, {
          "content-length": found.length,
          "last-modified": new Date(0).toUTCString(),
        })
        .end(request.method === "HEAD" ? undefined : found);
    };
    answer().catch(() => response.writeHead(500).end());
  });
}

let folder: string;
let server: Server;
let address: string;
const objects = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "waymark-s3-"));
  server = fakeS3(objects);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

withSettings(() => ({
  DATA_DIR: folder,
  S3_ENDPOINT: address,
  S3_BUCKET: "bucket",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret",
}));

describe("files in S3", () => {
  test("are put, read, copied, listed, dated and removed, byte for byte", async () => {
    const store = await disk();
    const file = path.join(folder, "file");
    await writeFile(file, "some bytes");
    const [key, copy] = [newStorageKey(), newStorageKey()];
    await store.copyFromFs(file, key, { contentType: "image/png" });
    expect(objects.get(key)?.toString()).toBe("some bytes");
    await store.copy(key, copy);
    expect(await text(await store.getStream(copy))).toBe("some bytes");
    const { objects: listed } = await store.listAll("", { recursive: true });
    expect(
      new Set(
        [...listed].map((found) => found instanceof DriveFile && found.key),
      ),
    ).toEqual(new Set([key, copy]));
    expect((await store.getMetaData(key)).lastModified.getTime()).toBe(0);
    await store.delete(key);
    expect([...objects.keys()]).toEqual([copy]);
  });
});
