// The bundles: Next's, the map's page by Vite, and the server's by esbuild. Built only when a source has changed.
import fs from "node:fs";
import path from "node:path";
import { digestOf, onceFor } from "./digest.mjs";
import { keptFiles } from "./kept-files.mjs";
import { mapPageFolder } from "./map-page.mjs";
import { root, run } from "./processes.mjs";
import { say, step } from "./progress.mjs";

export const nextFolder = () => process.env.NEXT_DIST_DIR ?? ".next";

/** Where the server's bundle goes. Another build folder of Next has a server of its own beside it. */
export function serverFolder({ isDev = false } = {}) {
  const name = nextFolder().replace(/^\.next-?/, "");
  return path.join("dist", isDev ? "dev" : "", name);
}

const sources = [
  "app",
  "components",
  "instrumentation-client.ts",
  "lib",
  "server",
  "public",
  "prisma",
  "scripts/build.mjs",
  "scripts/kept-files.mjs",
  "scripts/map-page.mjs",
  "scripts/map-page-build.mjs",
  "scripts/no-words.cjs",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "next-types.d.ts",
];
const isSource = (file) =>
  !/\.test\.tsx?$|\/testing\//.test(file) &&
  !file.startsWith("server/db/generated/");

const sourcesDigest = () => digestOf(sources, isSource);

/** The server with its threads, and what its operator runs beside it. */
const programs = {
  main: "server/main.ts",
  "log-worker": "server/log/worker-main.ts",
  "import-worker": "server/imports/worker-main.ts",
  "reset-link": "server/auth/reset-link-main.ts",
  "after-restore": "server/after-restore/main.ts",
  doctor: "server/doctor/main.ts",
  "rebuild-projection": "server/projection/rebuild-main.ts",
};

const pageWorker = "page-worker";
/** What draws the page of a map, beside the server that asks it to. */
const mapPage = "map-page";

/** What esbuild makes of the server: packages stay outside, so that Next's bundle and it share them. */
export const serverBuild = ({ build = "", ...options } = {}) => ({
  absWorkingDir: root,
  entryPoints: programs,
  outdir: serverFolder(options),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
  define: { "process.env.WAYMARK_BUILD": JSON.stringify(build) },
});

/** The worker that keeps pages on devices, which the server sends. Browsers take it for a new one when a byte differs. */
const pageWorkerBuild = (build) => ({
  absWorkingDir: root,
  entryPoints: { [pageWorker]: "components/kept/worker-main.ts" },
  outdir: serverFolder(),
  bundle: true,
  minify: true,
  charset: "utf8",
  platform: "browser",
  target: "es2022",
  format: "iife",
  logLevel: "warning",
  define: {
    "process.env.WAYMARK_BUILD": JSON.stringify(build),
    "process.env.WAYMARK_FILES": JSON.stringify(
      JSON.stringify(keptFiles(path.join(root, nextFolder()))),
    ),
  },
});

async function buildServer(build) {
  const esbuild = await import("esbuild");
  await esbuild.build(serverBuild({ build }));
  await esbuild.build(pageWorkerBuild(build));
  await esbuild.stop();
}

/** Runs a build of its own process: such a one sets the environment of whoever asks for it, and does not end with it. */
const runBuild = (args, env) =>
  run(
    process.execPath,
    ["--import", new URL("end-with-parent.mjs", import.meta.url).href, ...args],
    { env, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );

const nextBuild = [path.join(root, "node_modules/next/dist/bin/next"), "build"];
const mapPageBuild = [path.join(root, "scripts/map-page-build.mjs")];

async function buildAll() {
  // A killed build leaves half a folder; only its cache is worth keeping.
  const folder = path.join(root, nextFolder());
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const entry of entries) {
    if (entry !== "cache")
      fs.rmSync(path.join(folder, entry), { recursive: true });
  }
  // A page that is open while its server is updated can tell by this name that the two are not of one build.
  const name = sourcesDigest().slice(0, 16);
  const env = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    WAYMARK_BUILD: name,
  };
  await runBuild(nextBuild, env);
  await runBuild(
    [...mapPageBuild, nextFolder(), path.join(serverFolder(), mapPage), name],
    env,
  );
  await buildServer(name);
}

/** Builds what `npm start` serves. @returns {Promise<boolean>} whether there was anything to build. */
export const build = () =>
  onceFor({
    stamp: path.join(nextFolder(), "waymark-build"),
    digest: sourcesDigest,
    work: () => step("Building", buildAll),
    // The stamp lies in one of two folders; somebody may have removed the other, or part of this one.
    made: [
      path.join(nextFolder(), "BUILD_ID"),
      ...[...Object.keys(programs), pageWorker].map((name) =>
        path.join(serverFolder(), `${name}.js`),
      ),
      path.join(nextFolder(), mapPageFolder),
      ...["answer.js", "files.json"].map((name) =>
        path.join(serverFolder(), mapPage, name),
      ),
    ],
    onWait: () => say("… Another start is building; waiting for it"),
  });
