// A Redis for the tests of limits that several nodes share: the system's, else installed.
import fs from "node:fs";
import path from "node:path";
import { run } from "./processes.mjs";
import { say, step } from "./progress.mjs";

/** The program to start, or null when there is none. */
export function findRedis() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = folders.map((folder) => path.join(folder, "redis-server"));
  return places.find((file) => fs.existsSync(file)) ?? null;
}

async function installRedis() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return;
  // A closed network must not make the tests wait for long.
  const quick = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends", "redis-server"];
  for (const args of [["update"], install])
    await run("apt-get", [...quick, ...args], { env }).catch(() => {});
}

/** The program to start, installed if need be; null, and said aloud, where it cannot be had. */
export async function ensureRedis() {
  if (!findRedis()) await step("Installing Redis", installRedis);
  const found = findRedis();
  if (!found)
    say(
      "Not tested: limits counted in Redis. There is no redis-server, and it could not be installed (Debian: apt install redis-server).",
    );
  return found;
}
