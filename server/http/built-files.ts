import type { IncomingMessage, ServerResponse } from "node:http";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { takesGzip } from "./takes-gzip";

const gzipped = promisify(gzip);
const prefix = "/_next/static/";

/** What is worth making smaller; pictures and fonts are small already. */
const types: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** Its name says what is in it: another content would have another name. */
const forEver = "public, max-age=31536000, immutable";

/** By address, each file of the build that is answered here. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => path.extname(name) in types)
      .map((name) => [
        prefix + name.split(path.sep).join("/"),
        path.join(folder, name),
      ]),
  );
}

/** Whoever wants more than the whole of a file, such as a part of it or only what has changed, is left to the framework. */
function isPlain(request: IncomingMessage): boolean {
  const { method, headers } = request;
  const special = ["range", "if-none-match", "if-modified-since", "if-range"];
  return (
    method === "GET" &&
    takesGzip(request) &&
    special.every((name) => headers[name] === undefined)
  );
}

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Sends the built scripts and styles out of memory, made small once. The framework looks each up on the disk and makes it
 * small again for every browser that comes, a score of them for one page.
 *
 * @param folder - of the build; its names are read once, so what comes later is left to `others` too.
 */
export function withBuiltFiles(folder: string, others: Handle): Handle {
  const files = filesBelow(path.join(folder, "static"));
  const bodies = new Map<string, Promise<Buffer>>();

  function bodyOf(address: string, file: string): Promise<Buffer> {
    const known = bodies.get(address);
    if (known) return known;
    const body = readFile(file).then((bytes) => gzipped(bytes));
    bodies.set(address, body);
    // A file that cannot be read now may be there the next time.
    body.catch(() => bodies.delete(address));
    return body;
  }

  return async (request, response) => {
    const address = (request.url ?? "").split("?", 1)[0] ?? "";
    const file = isPlain(request) ? files.get(address) : undefined;
    const body = file && (await bodyOf(address, file).catch(() => null));
    if (!file || !body) return others(request, response);
    response.writeHead(200, {
      "content-type": types[path.extname(file)],
      "content-encoding": "gzip",
      "content-length": body.length,
      "cache-control": forEver,
      vary: "Accept-Encoding",
    });
    return response.end(body);
  };
}
