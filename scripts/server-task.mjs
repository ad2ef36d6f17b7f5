// Runs one program of the server (`node scripts/server-task.mjs server/grown-map/main.ts …`) against the
// database of this checkout: the one that is running, or one that is started for as long as it takes. With
// --as-it-is before the program the tables stay as they are, too; and what cannot start ends with 2.
import path from "node:path";
import { checkNode, install } from "./install.mjs";
import { root, run } from "./processes.mjs";
import { report } from "./progress.mjs";
import { dataFolder, loadSettings } from "./settings.mjs";

async function bundle(entry) {
  const { serverBuild } = await import("./build.mjs");
  const esbuild = await import("esbuild");
  const name = path.basename(path.dirname(entry));
  const outfile = path.join(
    "dist",
    "tasks",
    `${name}-${path.basename(entry, ".ts")}.js`,
  );
  const { outdir: _, ...options } = serverBuild();
  await esbuild.build({ ...options, entryPoints: [entry], outfile });
  await esbuild.stop();
  return path.join(root, outfile);
}

async function openDatabase(dataDir, isAsItIs) {
  let database = null;
  let url = process.env.DATABASE_URL;
  if (!url) {
    const { startDatabase } = await import("./database.mjs");
    database = await startDatabase({ folder: path.join(dataDir, "postgres") });
    url = database.url;
  }
  if (!isAsItIs) {
    const { migrate } = await import("./prisma.mjs");
    await migrate(url, (work) => work());
  }
  return {
    url,
    stop: async () => (database?.isReused ? undefined : database?.stop()),
  };
}

async function main([entry, ...args], isAsItIs) {
  checkNode();
  loadSettings();
  await install();
  const { generateClient } = await import("./prisma.mjs");
  await generateClient();
  const dataDir = dataFolder();
  const database = await openDatabase(dataDir, isAsItIs);
  try {
    const env = {
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
    };
    await run(process.execPath, [await bundle(entry), ...args], {
      env,
      stdio: "inherit",
    });
  } finally {
    await database.stop();
  }
}

const given = process.argv.slice(2);
const isAsItIs = given[0] === "--as-it-is";
try {
  await main(given.slice(isAsItIs ? 1 : 0), isAsItIs);
} catch (error) {
  // A program that ended with a code has said why itself.
  if (Number.isInteger(error.code)) process.exitCode = error.code;
  else process.exitCode = report(error) + (isAsItIs ? 1 : 0);
}
