import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { FileInfo } from "@/lib/api/files";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import type { Refused } from "@/server/errors";
import { refused } from "@/server/errors";
import { disk } from "@/server/files/disk";
import { cleanFileName } from "@/server/files/file-name";
import type { Upload } from "@/server/files/receive";
import {
  storeUpload,
  type StoredBytes,
  type UploadRefusal,
} from "@/server/files/store-upload";
import { spend, type Spent } from "@/server/limits/spend";
import { toFileInfo } from "@/server/queries/files";

export interface FileUpload extends Upload {
  /** The map that it is for; null for a picture of the workspace, such as a persona's. */
  readonly journeyId: string | null;
  readonly name: string;
}

export type Uploaded =
  | { readonly ok: true; readonly file: FileInfo }
  | Refused<"forbidden" | "not_found" | UploadRefusal>
  | Extract<Spent, { ok: false }>;

async function isJourneyHere(
  workspaceId: string,
  journeyId: string,
): Promise<boolean> {
  const found = await prisma().journey.count({
    where: { workspaceId, id: journeyId, deletedAt: null },
  });
  return found > 0;
}

/** Bytes whose row could not be written are taken back at once; the sweep would come a day later. */
async function takeBack(stored: StoredBytes): Promise<void> {
  const store = await disk();
  await store.delete(stored.storageKey);
  if (stored.thumbKey) await store.delete(stored.thumbKey);
}

/** Takes in a picture or a PDF for a map. Who may see it is decided by its row, never by what a map says. */
export async function uploadFile(
  { actor }: Caller<InsideActor>,
  { journeyId, name, ...upload }: FileUpload,
): Promise<Uploaded> {
  if (!can(actor, "file:create")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (journeyId !== null && !(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const spent = await spend("uploadUser", userId);
  if (!spent.ok) return spent;
  const taken = await storeUpload(upload);
  if (!taken.ok) return taken;
  const { kind, ...bytes } = taken.stored;
  try {
    const row = await prisma().fileObject.create({
      data: {
        ...bytes,
        workspaceId,
        journeyId,
        name: cleanFileName(name, kind.extension),
        mime: kind.mime,
        uploadedById: userId,
      },
    });
    return { ok: true, file: toFileInfo(row) };
  } catch (error) {
    await takeBack(taken.stored);
    throw error;
  }
}
