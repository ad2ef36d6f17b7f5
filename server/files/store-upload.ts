import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { refused, type Outcome } from "@/server/errors";
import { disk, newStorageKey } from "./disk";
import type { FileKind } from "./file-kinds";
import { looksWhole } from "./pdf";
import { redrawPicture } from "./picture";
import { receiveUpload, type Upload } from "./receive";

/** Bytes that are on the disk and have no row yet. */
export interface StoredBytes {
  readonly kind: FileKind;
  readonly storageKey: string;
  readonly thumbKey: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

export type UploadRefusal =
  | "too_large"
  | "wrong_type"
  | "file_empty"
  | "picture_too_large"
  | "file_damaged";

interface Prepared {
  readonly file: string;
  readonly thumbnail: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

async function prepare(
  kind: FileKind,
  folder: string,
): Promise<Outcome<Prepared, UploadRefusal>> {
  const source = path.join(folder, "source");
  if (!kind.isPicture) {
    if (!(await looksWhole(source))) return refused("file_damaged");
    return {
      ok: true,
      file: source,
      thumbnail: null,
      width: null,
      height: null,
    };
  }
  const target = path.join(folder, `target.${kind.extension}`);
  const thumbnail = path.join(folder, "thumbnail.webp");
  const redrawn = await redrawPicture({ source, target, thumbnail });
  if (!redrawn.ok) return redrawn;
  const { width, height } = redrawn;
  return { ok: true, file: target, thumbnail, width, height };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function keep(prepared: Prepared, kind: FileKind): Promise<StoredBytes> {
  const to = await disk();
  const storageKey = newStorageKey();
  const thumbKey = prepared.thumbnail ? newStorageKey() : null;
  await to.copyFromFs(prepared.file, storageKey, { contentType: kind.mime });
  if (prepared.thumbnail && thumbKey)
    await to.copyFromFs(prepared.thumbnail, thumbKey, {
      contentType: "image/webp",
    });
  const { width, height } = prepared;
  const { size } = await stat(prepared.file);
  const sha256 = await sha256Of(prepared.file);
  return { kind, storageKey, thumbKey, bytes: size, sha256, width, height };
}

/**
 * Takes an upload in, checks what it is, writes pictures anew and puts the result on the disk.
 * Whoever calls makes the row; bytes without a row are swept away within a day.
 */
export async function storeUpload(
  upload: Upload,
): Promise<Outcome<{ stored: StoredBytes }, UploadRefusal>> {
  const folder = await mkdtemp(path.join(tmpdir(), "waymark-upload-"));
  try {
    const received = await receiveUpload(upload, path.join(folder, "source"));
    if (!received.ok) return received;
    const prepared = await prepare(received.kind, folder);
    if (!prepared.ok) return prepared;
    return { ok: true, stored: await keep(prepared, received.kind) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
