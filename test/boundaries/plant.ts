import { execFile } from "node:child_process";
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../scripts/processes.mjs";

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
}

/** What `npm run lint` does. */
async function lintOptions(): Promise<string[]> {
  const file = await readFile(path.join(root, "package.json"), "utf8");
  const { scripts } = JSON.parse(file) as { scripts: { lint: string } };
  return scripts.lint.split(" ").slice(1);
}

/** Runs the linter and reads what it found; it ends with 1 when it found something. */
function lint(folder: string, options: readonly string[]): Promise<Finding[]> {
  const program = path.join(root, "node_modules/oxlint/bin/oxlint");
  const args = [program, ...options, "--format", "json", "."];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, output) => {
        try {
          const { diagnostics } = JSON.parse(output) as {
            diagnostics: Finding[];
          };
          resolve(diagnostics);
        } catch (unreadable) {
          reject(error ?? (unreadable as Error));
        }
      },
    );
  });
}

/**
 * Writes files into an empty project with the rules of this one, and lints them all at once.
 *
 * @param files - content by path.
 * @param of - what is planted imports what is not there, so types count only where they are asked for.
 * @returns the rules that each file breaks.
 */
export async function lintPlanted(
  files: Readonly<Record<string, string>>,
  of: "rules" | "types" = "rules",
): Promise<Map<string, Set<string>>> {
  const options = (await lintOptions()).filter(
    (option) => of === "types" || option !== "--type-check",
  );
  const folder = await mkdtemp(path.join(tmpdir(), "waymark-lint-"));
  try {
    for (const same of [".oxlintrc.json", "tsconfig.json", "scripts/lint"]) {
      await cp(path.join(root, same), path.join(folder, same), {
        recursive: true,
      });
    }
    await symlink(
      path.join(root, "node_modules"),
      path.join(folder, "node_modules"),
    );
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    const broken = new Map<string, Set<string>>();
    for (const { filename, code } of await lint(folder, options)) {
      const file = filename.split(path.sep).join("/");
      broken.set(file, (broken.get(file) ?? new Set()).add(code));
    }
    return broken;
  } finally {
    await rm(folder, { recursive: true });
  }
}
