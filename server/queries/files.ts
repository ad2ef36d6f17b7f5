import type { FileInfo } from "@/lib/api/files";
import type { FileObject } from "@/server/db/generated/client";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** A file's row as the API shows it. */
export const toFileInfo = (row: FileObject): FileInfo => ({
  fileId: row.id,
  name: row.name,
  mime: row.mime,
  bytes: row.bytes,
  sha256: row.sha256,
  width: row.width,
  height: row.height,
  thumbnail: row.thumbKey !== null,
});

const sql = `
SELECT f.* FROM "FileObject" f
LEFT JOIN "Journey" j ON j."workspaceId" = f."workspaceId" AND j.id = f."journeyId"
WHERE f."workspaceId" = $1 AND f.id = $2 AND f."deletedAt" IS NULL
  AND (f."journeyId" IS NULL OR (j.id IS NOT NULL AND j."deletedAt" IS NULL))`;

/** A file that has not been removed, of the workspace itself or of a journey that is not in the bin. */
export async function findFile(filter: {
  workspaceId: string;
  fileId: string;
}): Promise<FileObject | null> {
  requireKeys(filter, ["workspaceId", "fileId"]);
  const values = [filter.workspaceId, filter.fileId];
  return (await pool().query<FileObject>(sql, values)).rows[0] ?? null;
}
