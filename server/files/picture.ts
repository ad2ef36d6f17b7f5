import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { AppError, refused, type Outcome } from "@/server/errors";
import { atMost } from "./at-most";

const maxMs = 10_000;
const maxHeapMegabytes = 64;
const maxAnswerBytes = 4_096;

const answer = z.union([
  z.object({ ok: z.literal(true), width: z.int(), height: z.int() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(["picture_too_large", "file_damaged"]),
  }),
]);

export interface PictureFiles {
  readonly source: string;
  /** Where the picture goes, decoded and written anew. */
  readonly target: string;
  /** Where the small one goes, as WebP. */
  readonly thumbnail: string;
}

export type Redrawn = Outcome<
  { width: number; height: number },
  "picture_too_large" | "file_damaged"
>;

/** The child is plain JavaScript beside its source: neither bundle holds it. */
function childScript(): string {
  let folder = import.meta.dirname;
  for (;;) {
    const script = path.join(folder, "server/files/picture-child.mjs");
    if (existsSync(script)) return script;
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new AppError("not_configured", "picture-child.mjs is missing");
    folder = parent;
  }
}

/**
 * What the child said of each picture, one line for each: fewer than were asked for where it died or
 * was stopped on the way.
 */
export function decode(pictures: readonly PictureFiles[]): Promise<string[]> {
  const files = pictures.flatMap(({ source, target, thumbnail }) => [
    source,
    target,
    thumbnail,
  ]);
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${maxHeapMegabytes}`, childScript(), ...files],
      // Nothing of our surroundings, above all no secret, reaches a decoder of foreign bytes.
      {
        env: { NODE_ENV: "production" },
        stdio: ["ignore", "pipe", "ignore"],
        timeout: maxMs * pictures.length,
        killSignal: "SIGKILL",
      },
    );
    let said = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (part: string) => {
      if (said.length < maxAnswerBytes) said += part;
    });
    child.on("error", () => resolve([]));
    child.on("close", () => resolve(said.split("\n").slice(0, -1)));
  });
}

// Two cores: a third decoder would only take time from people who are typing.
const oneOfTwo = atMost(2);

/**
 * Decodes a picture and writes it anew with a small one beside it, in a process that may die of it.
 * A decoder that dies, takes too long or too much memory means a damaged file.
 */
export async function redrawPicture(files: PictureFiles): Promise<Redrawn> {
  const [said] = await oneOfTwo(() => decode([files]));
  if (said === undefined) return refused("file_damaged");
  const parsed = answer.safeParse(JSON.parse(said));
  if (!parsed.success)
    throw new AppError(
      "impossible",
      "The picture child answered something else",
    );
  return parsed.data;
}
