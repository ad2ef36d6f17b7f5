import { cp, lstat, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { nextFolder, serverFolder } from "../scripts/build.mjs";
import { root } from "../scripts/processes.mjs";
import { instructionsOf } from "../test/deployment/dockerfile-rules";

export interface Image {
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  readonly command: readonly string[];
  /** What tells by its exit code whether the server is well. */
  readonly healthCheck: readonly string[];
}

/** What the last stage of the Dockerfile says. */
export async function readImage(): Promise<Image> {
  const text = await readFile(path.join(root, "Dockerfile"), "utf8");
  const stage = text.slice(text.lastIndexOf("\nFROM ")).split("\n");
  const checks = instructionsOf(text).filter(
    ({ word }) => word === "HEALTHCHECK",
  );
  const after = (word: string) =>
    stage
      .filter((line) => line.startsWith(`${word} `))
      .map((line) => line.slice(word.length + 1));
  const copies = after("COPY").map((line) => {
    const [, from, to] =
      /^--from=build \/app\/(\S+) \.\/(\S+)$/.exec(line) ?? [];
    if (!from || !to)
      throw new Error(`A COPY that this test cannot read: ${line}`);
    return { from, to };
  });
  const env = after("ENV").flatMap((line) =>
    line.split(" ").map((pair) => pair.split("=")),
  );
  return {
    copies,
    env: Object.fromEntries(env) as Record<string, string>,
    user: after("USER").at(-1),
    command: JSON.parse(after("CMD").at(-1) ?? "[]") as string[],
    healthCheck: JSON.parse(
      checks.at(-1)?.rest.split(" CMD ")[1] ?? "[]",
    ) as string[],
  };
}

/** Only what is left after `npm prune --omit=dev`, as links. */
async function linkPackages(to: string): Promise<void> {
  const lock = await readFile(path.join(root, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { dev?: boolean }>;
  };
  for (const [at, { dev }] of Object.entries(packages)) {
    const name = at.replace("node_modules/", "");
    if (!at || dev || name.includes("node_modules/")) continue;
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await symlink(path.join(root, at), path.join(to, name));
  }
}

/** The build under test lies where tests build, the image's where everybody does. */
function builtAs(from: string): string {
  if (from === ".next") return nextFolder();
  if (from === "dist") return serverFolder();
  return from;
}

/** Puts into a folder what the image has in /app. */
export async function unpackImage(image: Image, folder: string): Promise<void> {
  for (const { from, to } of image.copies) {
    const target = path.join(folder, to);
    if (from === "node_modules") await linkPackages(target);
    else
      await cp(path.join(root, builtAs(from)), target, {
        recursive: true,
        filter: (file) => !file.endsWith(`${path.sep}cache`),
      });
  }
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else yield file;
  }
}

/** Every file of a folder with its time of change; links are not followed. */
export async function timesIn(folder: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for await (const file of filesIn(folder)) {
    times.set(path.relative(folder, file), (await lstat(file)).mtimeMs);
  }
  return times;
}
