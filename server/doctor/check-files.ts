import { prisma } from "@/server/db/prisma";
import { disk } from "@/server/files/disk";
import { strayKeys } from "@/server/files/sweep";

const batch = 200;

/** How rows and bytes of files fit together. */
export interface FileCheck {
  readonly rows: number;
  readonly withoutBytes: number;
  /** Bytes that no row speaks of; the sweep takes them away when they are old enough. */
  readonly withoutRow: number;
}

async function isMissing(keys: readonly (string | null)[]): Promise<boolean> {
  const store = await disk();
  for (const key of keys)
    if (key !== null && !(await store.exists(key))) return true;
  return false;
}

async function checkRows(): Promise<Omit<FileCheck, "withoutRow">> {
  let [rows, withoutBytes] = [0, 0];
  let after: string | null = null;
  for (;;) {
    const page: { id: string; storageKey: string; thumbKey: string | null }[] =
      await prisma().fileObject.findMany({
        where: after === null ? {} : { id: { gt: after } },
        select: { id: true, storageKey: true, thumbKey: true },
        orderBy: { id: "asc" },
        take: batch,
      });
    for (const { storageKey, thumbKey } of page)
      if (await isMissing([storageKey, thumbKey])) withoutBytes++;
    rows += page.length;
    after = page.at(-1)?.id ?? null;
    if (page.length < batch) return { rows, withoutBytes };
  }
}

/** Counts files without bytes and bytes without a file. */
export async function checkFiles(): Promise<FileCheck> {
  const held = await checkRows();
  let withoutRow = 0;
  for await (const keys of strayKeys()) withoutRow += keys.length;
  return { ...held, withoutRow };
}
