// What the page of a map may come to load: its scripts, those that they load later, styles and fonts.
import fs from "node:fs";
import path from "node:path";

const page = "/w/[slug]/journeys/[id]/page";
/** Larger ones read files of others, which are sent to the server anyway. */
const mostBytes = 300_000;

const names = /(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2)\b/g;

const inOrder = (a, b) => (a < b ? -1 : 1);
const textOf = (file) => fs.readFileSync(file, "utf8");

/**
 * @param {string} folder - of the build.
 * @returns {string[]} paths as browsers ask for them, in order.
 */
export function keptFiles(folder) {
  const { rootMainFiles = [] } = JSON.parse(
    textOf(path.join(folder, "build-manifest.json")),
  );
  const manifest = path.join(
    folder,
    `server/app${page}_client-reference-manifest.js`,
  );
  const found = new Set();
  const look = (text) => {
    for (const [name] of text.matchAll(names)) {
      if (found.has(name)) continue;
      const file = path.join(folder, "static", name);
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      if (!stat || stat.size > mostBytes) continue;
      found.add(name);
      if (!name.endsWith(".woff2")) look(textOf(file));
    }
  };
  look(rootMainFiles.join("\n"));
  look(textOf(manifest));
  return [...found].map((name) => `/_next/static/${name}`).sort(inOrder);
}
