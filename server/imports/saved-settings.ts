import { importSettings } from "@/lib/api/imports";
import * as z from "zod";
import { TOOLS } from "@/lib/imports/contract";
import { prisma } from "@/server/db/prisma";
import type { SavedSettings } from "./job";

/** Tables of different columns; of each only the newest decision is read. */
const most = 10;

const kept = z.object({
  columnNames: z.array(z.string()),
  settings: importSettings,
});

/** What earlier imports of a journey decided, those that were undone too; the newest first. */
export async function savedSettings(of: {
  readonly workspaceId: string;
  readonly journeyId: string;
}): Promise<SavedSettings[]> {
  const { workspaceId, journeyId } = of;
  const rows = await prisma().$queryRaw<{ tool: string; settings: unknown }[]>`
    SELECT tool, settings FROM (
      SELECT DISTINCT ON (tool, settings -> 'columnNames') tool, settings, "createdAt", id FROM "ImportRun"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "journeyId" = ${journeyId}::uuid
      ORDER BY tool, settings -> 'columnNames', "createdAt" DESC, id DESC
    ) newest
    ORDER BY "createdAt" DESC, id DESC
    LIMIT ${most}`;
  return rows.flatMap(({ tool, settings }) => {
    const known = z.enum(TOOLS).safeParse(tool);
    // What an older edition of the program has kept may lack something by now.
    const parsed = kept.safeParse(settings);
    return known.success && parsed.success
      ? { tool: known.data, ...parsed.data }
      : [];
  });
}
