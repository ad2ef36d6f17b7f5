// The few settings that the commands themselves need; server/env.ts checks them all.
import fs from "node:fs";
import path from "node:path";
import { root } from "./processes.mjs";

const needed = ["PORT", "HOST", "APP_URL", "DATA_DIR", "DATABASE_URL", "ROLES"];

/** Reads `.env` and, for settings given as NAME_FILE, the file: into process.env, for this process and its children. */
export function loadSettings() {
  const file = path.join(root, ".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
  for (const name of needed) {
    const from = process.env[`${name}_FILE`];
    if (!from || process.env[name]) continue;
    process.env[name] = fs.readFileSync(from, "utf8").trim();
    delete process.env[`${name}_FILE`];
  }
}

/** Whether the server answers requests; one that does jobs alone has no port and shows no pages. */
export const showsPages = () => process.env.ROLES?.trim() !== "jobs";

/** The folder of everything that the app keeps outside a database that was given to it. */
export const dataFolder = () =>
  path.resolve(root, process.env.DATA_DIR || ".data");
