// Packages as the lock file says, installed only when they are not there. No packages are used here.
import fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { root, run } from "./processes.mjs";
import { Notice, step } from "./progress.mjs";

const oldest = [20, 19];

/** @throws Notice when this Node is too old for the libraries. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Notice(
    `Node ${process.versions.node} is too old: ${oldest.join(".")} or newer is needed.`,
  );
}

/** npm writes its own lock into node_modules last, so a killed install is seen as none. */
export function isInstalled(folder = root) {
  const packagesIn = (file) =>
    JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")).packages;
  try {
    const wanted = packagesIn("package-lock.json");
    const found = packagesIn("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([at, { version, optional }]) =>
        at === "" || (found[at] ? found[at].version === version : optional),
    );
  } catch {
    return false;
  }
}

export async function install() {
  if (isInstalled()) return;
  await withLock(path.join(root, ".data-locks/install"), async () => {
    if (isInstalled()) return;
    // The build checks types and the tests need their tools, whatever NODE_ENV says.
    const args = [
      "ci",
      "--include=dev",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ];
    await step("Installing packages", () => run("npm", args));
  });
}
