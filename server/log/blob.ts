import { promisify } from "node:util";
import zlib from "node:zlib";
import { AppError } from "@/server/errors";
import { crc32c } from "./crc32c";
import { pack } from "./packer";

const gunzip = promisify(zlib.gunzip);

/** Below this Postgres keeps a row in its page anyway, and a small update hardly shrinks. */
const compressAboveBytes = 2 * 1024;
/** No blob of ours unpacks to more; a damaged or planted one must not fill the memory. */
const maxUnpackedBytes = 64 * 1024 * 1024;

const codecs = { raw: 0, gzip: 1 } as const;

/** Bytes as they rest in the log. */
export interface Blob {
  readonly codec: number;
  readonly crc32c: number;
  readonly data: Buffer;
}

/** How every table of blobs has its columns. */
export interface BlobColumns {
  codec: number;
  crc32c: string;
  data: Buffer;
}

/** The blob of a row. */
export const blobOf = ({ codec, crc32c, data }: BlobColumns): Blob => ({
  codec,
  crc32c: Number(crc32c),
  data,
});

const asBuffer = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Makes bytes ready to rest: packed when that helps, with a checksum over what is stored. */
export async function packBlob(bytes: Uint8Array): Promise<Blob> {
  if (bytes.length > compressAboveBytes) {
    const data = await pack(bytes);
    if (data.length < bytes.length)
      return { codec: codecs.gzip, crc32c: crc32c(data), data };
  }
  return { codec: codecs.raw, crc32c: crc32c(bytes), data: asBuffer(bytes) };
}

/**
 * The bytes that were packed.
 *
 * @throws AppError `blob_damaged` when they are not the ones that were stored.
 */
export async function unpackBlob(blob: Blob): Promise<Uint8Array> {
  if (crc32c(blob.data) !== blob.crc32c)
    throw new AppError("blob_damaged", "checksum differs");
  if (blob.codec === codecs.raw) return blob.data;
  if (blob.codec === codecs.gzip)
    return gunzip(blob.data, { maxOutputLength: maxUnpackedBytes });
  throw new AppError("blob_damaged", `unknown codec ${blob.codec}`);
}
