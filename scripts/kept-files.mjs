// What the page of a map may come to load: its scripts, those that they load later, styles and fonts.
import fs from "node:fs";
import path from "node:path";
import { mapPageBase, mapPageFolder } from "./map-page.mjs";

/** What reads PDFs: they are files of others, which are sent to the server anyway. */
const readsFiles = /^(?:open-)?pdf\b/;
const isLoaded = (name) => /\.(?:js|css|woff2)$/.test(name);

const inOrder = (a, b) => (a < b ? -1 : 1);

/**
 * @param {string} folder - of the build.
 * @returns {string[]} paths as browsers ask for them, in order.
 */
export const keptFiles = (folder) =>
  fs
    .readdirSync(path.join(folder, mapPageFolder))
    .filter((name) => isLoaded(name) && !readsFiles.test(name))
    .map((name) => mapPageBase + name)
    .sort(inOrder);
