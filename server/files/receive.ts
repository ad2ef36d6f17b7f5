import { open, type FileHandle } from "node:fs/promises";
import { refused, type Outcome } from "@/server/errors";
import {
  maxFileBytes,
  sniffBytes,
  sniffKind,
  type FileKind,
} from "./file-kinds";

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null;
  /** What the caller claims to send; null where it did not say. */
  readonly contentLength: number | null;
}

export type Received = Outcome<
  { kind: FileKind; bytes: number },
  "too_large" | "wrong_type" | "file_empty"
>;

/** Reads until there is enough to tell the type, or the end. */
async function readStart(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < sniffBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  return start;
}

async function writeRest(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  target: FileHandle,
  { written, maxBytes }: { written: number; maxBytes: number },
): Promise<number | "too_large"> {
  let bytes = written;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.length;
    if (bytes > maxBytes) return "too_large";
    await target.writeFile(value);
  }
}

/**
 * Writes an upload to a file of our own as it comes in, and stops at the first byte that is too many:
 * no more than the limit and one chunk is ever read, whatever length was claimed.
 */
export async function receiveUpload(
  upload: Upload,
  path: string,
): Promise<Received> {
  if (upload.contentLength !== null && upload.contentLength > maxFileBytes)
    return refused("too_large");
  if (!upload.body) return refused("file_empty");
  const reader = upload.body.getReader();
  const target = await open(path, "wx", 0o600);
  try {
    const start = await readStart(reader);
    if (start.length === 0) return refused("file_empty");
    const kind = await sniffKind(start);
    if (!kind) return refused("wrong_type");
    const announced = upload.contentLength ?? start.length;
    if (Math.max(announced, start.length) > kind.maxBytes)
      return refused("too_large");
    await target.writeFile(start);
    const room = { written: start.length, maxBytes: kind.maxBytes };
    const bytes = await writeRest(reader, target, room);
    return bytes === "too_large"
      ? refused("too_large")
      : { ok: true, kind, bytes };
  } finally {
    await target.close();
    // What is left unread is not wanted; a stream that has ended ignores this.
    await reader.cancel().catch(() => undefined);
  }
}
