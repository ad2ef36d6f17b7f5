// What an edit and the opening of a map cost as logs and workspaces grow, in a database of its own:
//
//   node bench/growth.mjs [--rows 1000000] [--maps 10000]
//
// The data is written by SQL, with updates that Yjs made. Prints a table, keeps nothing.
import path from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import pg from "pg";
import { serverBuild } from "../scripts/build.mjs";
import { generateClient, migrate } from "../scripts/prisma.mjs";
import { root, run } from "../scripts/processes.mjs";
import { databaseUrl, useSharedPostgres } from "../scripts/shared-postgres.mjs";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    maps: { type: "string", default: "10000" },
  },
});

async function bundle() {
  const { outdir: _, ...options } = serverBuild();
  const outfile = path.join(root, "dist/tasks/growth.js");
  const entryPoints = [path.join(root, "bench/growth-main.ts")];
  await esbuild.build({ ...options, entryPoints, outfile });
  await esbuild.stop();
  return outfile;
}

const name = `growth_${process.pid}`;
const server = await useSharedPostgres();
const admin = new pg.Client(server.url);
await admin.connect();
try {
  await admin.query(`CREATE DATABASE ${name}`);
  const url = databaseUrl(server.url, name);
  await generateClient();
  await migrate(url, (work) => work());
  await run(process.execPath, [await bundle(), values.rows, values.maps], {
    env: { NODE_ENV: "production", DATABASE_URL: url, LOG_LEVEL: "error" },
    stdio: "inherit",
  });
} finally {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
  await server.release();
}
