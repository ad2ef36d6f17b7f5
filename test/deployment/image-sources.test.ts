import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import esbuild from "esbuild";
import { expect, test } from "vitest";
import { serverBuild } from "../../scripts/build.mjs";
import { root } from "../../scripts/processes.mjs";

/** What .dockerignore keeps out, and a build makes anew. */
const madeByBuild = "server/db/generated";

/** The lines of .dockerignore: a name is that of a file or folder at the top, `**` any folders, `*` a part of a name. */
const patterns = readFileSync(path.join(root, ".dockerignore"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    if (/[!?[\]\\]/.test(line))
      throw new Error(`A line that this test cannot read: ${line}`);
    const source = line
      .replaceAll(".", "\\.")
      .split("**/")
      .map((part) => part.replaceAll("*", "[^/]*"))
      .join("(?:.+/)?");
    return new RegExp(`^${source}(?:/|$)`);
  });

const isKeptOut = (file: string) =>
  !file.startsWith(`${madeByBuild}/`) &&
  patterns.some((pattern) => pattern.test(file));

/** Every file of ours that these import, however far away. */
async function reachedFrom(entryPoints: readonly string[]): Promise<string[]> {
  const { metafile } = await esbuild.build({
    ...(serverBuild() as esbuild.BuildOptions),
    entryPoints: [...entryPoints],
    outdir: "nowhere",
    write: false,
    sourcemap: false,
    metafile: true,
    jsx: "automatic",
    logLevel: "error",
    loader: { ".svg": "empty" },
  });
  return Object.keys(metafile.inputs);
}

/** What Next takes for itself: every route with what lies beside it, and what is told by its place. */
const ofPages = [
  ...readdirSync(path.join(root, "app"), { recursive: true })
    .map((file) => path.join("app", String(file)))
    .filter((file) => /\.(tsx?|css)$/.test(file) && !/\.test\./.test(file)),
  "instrumentation-client.ts",
  "next.config.js",
  "postcss.config.mjs",
];

const ofServer = Object.values(serverBuild().entryPoints);
const ofBrowser = ["components/kept/worker-main.ts"];
const commands = [
  "scripts/build-app.mjs",
  "scripts/migrate.mjs",
  "prisma.config.ts",
];

test("[SC-09] the image is built without what .dockerignore keeps out: nothing of it is imported, from however far", async () => {
  const reached = await reachedFrom([
    ...ofPages,
    ...ofServer,
    ...ofBrowser,
    ...commands,
  ]);
  expect(reached).toContain("lib/journey/resolve.ts");
  expect(reached).toContain("components/map/grid/cards-cell.tsx");
  expect(reached).toContain(`${madeByBuild}/client.ts`);
  expect(reached.filter(isKeptOut)).toEqual([]);
});

test("what is kept out is seen where something imports it", async () => {
  const reached = await reachedFrom(["e2e/screens/screens.ts"]);
  const keptOut = reached.filter(isKeptOut);
  expect(keptOut).toContain("e2e/screens/screens.ts");
  for (const file of ["test/app.ts", "a/b/c.test.ts", ".next-test/x", ".env"])
    expect(isKeptOut(file), file).toBe(true);
  for (const file of ["server/main.ts", "lib/testing.ts", "app/env.ts"])
    expect(isKeptOut(file), file).toBe(false);
});
