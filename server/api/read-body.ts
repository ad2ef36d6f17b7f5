import type { ProblemCode } from "@/server/errors";
import { parseStrictJson } from "./strict-json";

const maxBodyBytes = 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly reason: ProblemCode & ("too_large" | "wrong_type" | "invalid");
      readonly why?: string;
    };

/** Reads a body as it comes; null from the first byte on that is too many. */
export async function readBytes(
  request: Request,
  mostBytes: number,
): Promise<Buffer | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > mostBytes) return null;
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

const isJson = (contentType: string | null) =>
  /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType ?? "");

/** Reads a JSON body of at most 1 MB; nothing at all is `undefined`. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request, maxBodyBytes);
  if (bytes === null) return { ok: false, reason: "too_large" };
  const text = new TextDecoder().decode(bytes);
  if (text === "") return { ok: true, value: undefined };
  if (!isJson(request.headers.get("content-type")))
    return { ok: false, reason: "wrong_type" };
  const parsed = parseStrictJson(text);
  return parsed.ok ? parsed : { ok: false, reason: "invalid", why: parsed.why };
}
