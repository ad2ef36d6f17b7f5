import type * as z from "zod";
import { env } from "@/server/env";
import { refused, type Refused } from "@/server/errors";
import { fieldProblems, type FieldProblem } from "./problem";
import { readBytes } from "./read-body";
import { parseStrictJson } from "./strict-json";

/** What is decided about a table with many columns and values. */
const maxHeadBytes = 1024 * 1024;
const lineEnd = 10;

// What a page of another site can send without asking first.
const formTypes =
  /^(multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/i;

export type ImportBody<Head> =
  | {
      readonly ok: true;
      readonly head: Head;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly whole: Uint8Array<ArrayBuffer>;
    }
  | (Refused<"wrong_type" | "too_large" | "invalid" | "file_empty"> & {
      readonly errors?: readonly FieldProblem[];
    });

/** Reads a line of JSON and the file after it: both in one request, so that nothing has to be kept in between. */
export async function readImportBody<Head extends z.ZodType>(
  request: Request,
  head: Head,
): Promise<ImportBody<z.output<Head>>> {
  if (formTypes.test(request.headers.get("content-type") ?? ""))
    return refused("wrong_type");
  const most = env.LIMIT_IMPORT_BYTES;
  const whole = await readBytes(request, most + maxHeadBytes);
  if (whole === null) return refused("too_large");
  const end = whole.indexOf(lineEnd);
  if (end > maxHeadBytes) return refused("too_large");
  const line = whole.subarray(0, end === -1 ? whole.length : end);
  const parsed = parseStrictJson(line.toString("utf8"));
  if (!parsed.ok)
    return { ...refused("invalid"), errors: [{ path: "", code: parsed.why }] };
  const said = head.safeParse(parsed.value);
  if (!said.success)
    return { ...refused("invalid"), errors: fieldProblems(said.error) };
  const bytes = whole.subarray(end === -1 ? whole.length : end + 1);
  if (bytes.length === 0) return refused("file_empty");
  if (bytes.length > most) return refused("too_large");
  return {
    ok: true,
    head: said.data,
    // Copies of their own, which can be handed to another thread.
    bytes: new Uint8Array(bytes),
    whole: new Uint8Array(whole),
  };
}
