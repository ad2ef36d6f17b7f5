// What the pages ask of a workspace of 200 journeys with 10,000 touchpoints and 100,000 pieces of evidence, and of one of
// a tenth of that, in a database of its own:
//
//   node bench/queries.mjs [--runs 40] [--plans] [--only inbox]
//
// Prints a table with p95 and growth; with --plans also what the database does for each statement, with --only
// of the pages alone whose names hold it. Keeps nothing.
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
    runs: { type: "string", default: "40" },
    plans: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});

async function bundle() {
  const { outdir: _, ...options } = serverBuild();
  const outfile = path.join(root, "dist/tasks/queries.js");
  const entryPoints = [path.join(root, "bench/queries-main.ts")];
  await esbuild.build({ ...options, entryPoints, outfile });
  await esbuild.stop();
  return outfile;
}

const name = `queries_${process.pid}`;
const server = await useSharedPostgres();
const admin = new pg.Client(server.url);
await admin.connect();
try {
  await admin.query(`CREATE DATABASE ${name}`);
  const url = databaseUrl(server.url, name);
  await generateClient();
  await migrate(url, (work) => work());
  await run(
    process.execPath,
    [await bundle(), values.runs, values.plans ? "plans" : "", values.only],
    {
      env: { NODE_ENV: "production", DATABASE_URL: url, LOG_LEVEL: "error" },
      stdio: "inherit",
    },
  );
} finally {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
  await server.release();
}
