import { importSettings } from "@/lib/api/imports";
import * as z from "zod";
import { TOOLS } from "@/lib/imports/contract";
import { prisma } from "@/server/db/prisma";
import type { SavedSettings } from "./job";

const most = 20;

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
  const rows = await prisma().importRun.findMany({
    where: { workspaceId, journeyId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: { tool: true, settings: true },
  });
  return rows.flatMap(({ tool, settings }) => {
    const known = z.enum(TOOLS).safeParse(tool);
    // What an older edition of the program has kept may lack something by now.
    const parsed = kept.safeParse(settings);
    return known.success && parsed.success
      ? { tool: known.data, ...parsed.data }
      : [];
  });
}
