import { Readable } from "node:stream";
import { disk } from "./disk";
import { isKnownType, isShownInline } from "./file-kinds";
import { contentDisposition } from "./file-name";

/** What of a file's row its download needs. */
export interface DownloadableFile {
  readonly storageKey: string;
  readonly thumbKey: string | null;
  readonly name: string;
  readonly mime: string;
  readonly sha256: string;
}

export interface DownloadOptions {
  readonly size: "whole" | "thumb";
  /** What the caller has already, from `If-None-Match`. */
  readonly ifNoneMatch: string | null;
  /** A shared link's files are never kept by anyone. */
  readonly noStore: boolean;
}

/**
 * The headers under which a stored file leaves: inert whatever it holds, never shared by a cache,
 * and asked for anew each time, so that whoever lost access gets nothing.
 */
export function downloadHeaders(
  file: DownloadableFile,
  options: DownloadOptions,
): Record<string, string> {
  const isThumb = options.size === "thumb" && file.thumbKey !== null;
  const mime = isThumb ? "image/webp" : file.mime;
  const how = isShownInline(mime) ? "inline" : "attachment";
  return {
    "Content-Type": isKnownType(mime) ? mime : "application/octet-stream",
    "Content-Disposition": contentDisposition(how, file.name),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-site",
    "Cache-Control": options.noStore
      ? "private, no-store"
      : "private, no-cache",
    ...(!options.noStore && {
      ETag: `"${file.sha256.slice(0, 32)}${isThumb ? "-thumb" : ""}"`,
    }),
  };
}

/** Streams a stored file out; whoever calls has checked that the asker may have it. */
export async function downloadResponse(
  file: DownloadableFile,
  options: DownloadOptions,
): Promise<Response> {
  const headers = downloadHeaders(file, options);
  if (headers.ETag && options.ifNoneMatch === headers.ETag)
    return new Response(null, { status: 304, headers });
  const key =
    options.size === "thumb"
      ? (file.thumbKey ?? file.storageKey)
      : file.storageKey;
  const stream = await (await disk()).getStream(key);
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}
