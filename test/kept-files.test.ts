import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptFiles } from "../scripts/kept-files.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "waymark-build-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test("[FT-15] what a map's page loads later is kept too, and neither what other pages load nor what is very large", () => {
  write(
    "build-manifest.json",
    JSON.stringify({ rootMainFiles: ["static/chunks/main.js"] }),
  );
  write(
    "server/app/w/[slug]/journeys/[id]/page_client-reference-manifest.js",
    `x={"chunks":["/_next/static/chunks/map.js"],"css":"static/chunks/map.css"}`,
  );
  write("static/chunks/main.js", "");
  write("static/chunks/map.js", `load(["static/chunks/menu.js"])`);
  write(
    "static/chunks/menu.js",
    `load("static/chunks/map.js","static/chunks/large.js")`,
  );
  write("static/chunks/large.js", "x".repeat(300_001));
  write("static/chunks/other.js", "");
  write("static/chunks/map.css", "@font-face{src:url(../media/inter.1.woff2)}");
  write("static/media/inter.1.woff2", "");
  expect(keptFiles(folder)).toEqual(
    [
      "chunks/main.js",
      "chunks/map.css",
      "chunks/map.js",
      "chunks/menu.js",
      "media/inter.1.woff2",
    ].map((name) => `/_next/static/${name}`),
  );
});
