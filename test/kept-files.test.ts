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

test("[FT-15] what a map's page loads later is kept too, and neither what other pages load nor what reads files of others", () => {
  for (const name of [
    "chunks/other.js",
    "map/page-a1.js",
    "map/menu-b2.js",
    "map/page-c3.css",
    "map/inter-latin-d4.woff2",
    "map/open-pdf-e5.js",
    "map/pdf.worker.min-f6.js",
    "map/.vite/manifest.json",
  ])
    write(`static/${name}`, "");
  expect(keptFiles(folder)).toEqual(
    ["inter-latin-d4.woff2", "menu-b2.js", "page-a1.js", "page-c3.css"].map(
      (name) => `/_next/static/map/${name}`,
    ),
  );
});
