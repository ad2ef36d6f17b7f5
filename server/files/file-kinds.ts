import { fileTypeFromBuffer } from "file-type";
import { FILE_LIMITS } from "@/lib/api/file-limits";

/** A type of file that we take, with the most bytes of it. */
export interface FileKind {
  readonly mime: string;
  readonly extension: string;
  readonly isPicture: boolean;
  readonly maxBytes: number;
}

const picture = (mime: string, extension: string): FileKind => ({
  mime,
  extension,
  isPicture: true,
  maxBytes: FILE_LIMITS.picture,
});

const png = picture("image/png", "png");

const kinds: Readonly<Record<string, FileKind>> = {
  "image/png": png,
  // An animated PNG is a PNG with more frames; the first is kept.
  "image/apng": png,
  "image/jpeg": picture("image/jpeg", "jpg"),
  "image/webp": picture("image/webp", "webp"),
  "application/pdf": {
    mime: "application/pdf",
    extension: "pdf",
    isPicture: false,
    maxBytes: FILE_LIMITS.pdf,
  },
};

/** How many first bytes tell the type of a file. */
export const sniffBytes = 4_100;

/** The most that any kind may have. */
export const maxFileBytes = Math.max(
  ...Object.values(kinds).map((kind) => kind.maxBytes),
);

/** The kind that first bytes show, whatever name or type came with them; null where we do not take it. */
export async function sniffKind(start: Uint8Array): Promise<FileKind | null> {
  const found = await fileTypeFromBuffer(start);
  return (found && kinds[found.mime]) ?? null;
}

/** What the browser may show as it is; the rest it only gets to keep. */
export const isShownInline = (mime: string): boolean =>
  Object.hasOwn(kinds, mime) && kinds[mime]?.isPicture === true;

/** Whether a type is one that we hand out under its own name. */
export const isKnownType = (mime: string): boolean =>
  Object.hasOwn(kinds, mime);
