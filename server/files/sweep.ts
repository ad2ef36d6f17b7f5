import { DriveFile } from "flydrive";
import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { disk } from "./disk";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Bytes come before their row: younger ones may still be waiting for it. */
const strayAgeMs = 12 * hour;
const batch = 500;

export interface Swept {
  readonly strays: number;
  readonly removed: number;
}

async function dropBatch(before: Date): Promise<number> {
  const store = await disk();
  const rows = await prisma().fileObject.findMany({
    where: { deletedAt: { lt: before } },
    take: batch,
  });
  for (const row of rows) {
    // Bytes first: a row without bytes is tried again, bytes without a row only by looking at all of them.
    await store.delete(row.storageKey);
    if (row.thumbKey) await store.delete(row.thumbKey);
    await prisma().fileObject.deleteMany({ where: { id: row.id } });
  }
  return rows.length;
}

/** Removes files that were taken away longer ago than they can be brought back: bytes, then rows. */
export async function dropRemovedFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - env.BIN_DAYS * day);
  let dropped = 0;
  for (;;) {
    const count = await dropBatch(before);
    dropped += count;
    if (count < batch) return dropped;
  }
}

async function withoutRow(keys: string[]): Promise<string[]> {
  const known = await prisma().fileObject.findMany({
    where: { OR: [{ storageKey: { in: keys } }, { thumbKey: { in: keys } }] },
    select: { storageKey: true, thumbKey: true },
  });
  const taken = new Set(known.flatMap((row) => [row.storageKey, row.thumbKey]));
  return keys.filter((key) => !taken.has(key));
}

/** The keys of all bytes that no row speaks of, some at a time. */
export async function* strayKeys(): AsyncGenerator<string[]> {
  const store = await disk();
  let paginationToken: string | undefined;
  do {
    const page = await store.listAll("", { recursive: true, paginationToken });
    const keys = [...page.objects].flatMap((found) =>
      found instanceof DriveFile ? [found.key] : [],
    );
    for (let from = 0; from < keys.length; from += batch)
      yield await withoutRow(keys.slice(from, from + batch));
    paginationToken = page.paginationToken;
  } while (paginationToken);
}

async function dropStrays(now: Date): Promise<number> {
  const store = await disk();
  let dropped = 0;
  for await (const keys of strayKeys()) {
    for (const key of keys) {
      const { lastModified } = await store.getMetaData(key);
      if (now.getTime() - lastModified.getTime() < strayAgeMs) continue;
      await store.delete(key);
      dropped += 1;
    }
  }
  return dropped;
}

/** Removes bytes that no row speaks of (a cut upload, a deleted workspace) and files removed long ago. */
export async function sweepFiles(now: Date): Promise<Swept> {
  const removed = await dropRemovedFiles(now);
  return { removed, strays: await dropStrays(now) };
}
