import { randomBytes } from "node:crypto";
import path from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/server/env";

const shared = globalThis as { waymarkDisk?: Promise<Disk> };

async function openS3(bucket: string): Promise<Disk> {
  // Loaded only where it is used: it is the larger part of what a small installation would start.
  const { S3Driver } = await import("flydrive/drivers/s3");
  const {
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env;
  return new Disk(
    new S3Driver({
      bucket,
      region: env.S3_REGION,
      ...(env.S3_ENDPOINT && {
        endpoint: env.S3_ENDPOINT,
        forcePathStyle: true,
      }),
      ...(accessKeyId &&
        secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
      visibility: "private",
      // Bodies go out as they are: the checksums that Amazon appends by default not every store takes off again.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      // Most stores beside Amazon's have no access lists; the bucket itself has to be private.
      supportsACL: false,
    }),
  );
}

async function openDisk(): Promise<Disk> {
  if (env.S3_BUCKET) return openS3(env.S3_BUCKET);
  const location = path.resolve(env.DATA_DIR, "files");
  return new Disk(new FSDriver({ location, visibility: "private" }));
}

/** Where the bytes of files are: a folder in `DATA_DIR`, or a bucket. One per process. */
export const disk = (): Promise<Disk> => (shared.waymarkDisk ??= openDisk());

/** Forgets the disk; the next use opens it from the settings of then. */
export function closeDisk(): void {
  delete shared.waymarkDisk;
}

/** A key that tells nothing and that nobody can guess. The first letters spread files over folders. */
export function newStorageKey(): string {
  const key = randomBytes(20).toString("hex");
  return `${key.slice(0, 2)}/${key}`;
}
