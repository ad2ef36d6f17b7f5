import { importSettings } from "@/lib/api/imports";
import * as z from "zod";
import { TOOLS } from "@/lib/imports/contract";
import { prisma } from "@/server/db/prisma";
import type { SavedSettings } from "./job";

/** Tables of different columns; of each only the newest decision is read. */
const most = 10;
/** Of other maps: as many as are looked through for tables of different columns. */
const mostElsewhere = 200;

const kept = z.object({
  columnNames: z.array(z.string()),
  settings: importSettings,
});

interface Row {
  readonly tool: string;
  readonly settings: unknown;
}

interface OfJourney {
  readonly workspaceId: string;
  readonly journeyId: string;
}

const parsedRow = ({ tool, settings }: Row): SavedSettings[] => {
  const known = z.enum(TOOLS).safeParse(tool);
  // What an older edition of the program has kept may lack something by now.
  const parsed = kept.safeParse(settings);
  return known.success && parsed.success
    ? [{ tool: known.data, ...parsed.data }]
    : [];
};

/** Of the map itself: what was undone too. */
async function here({
  workspaceId,
  journeyId,
}: OfJourney): Promise<SavedSettings[]> {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT tool, settings FROM (
      SELECT DISTINCT ON (tool, settings -> 'columnNames') tool, settings, "createdAt", id FROM "ImportRun"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "journeyId" = ${journeyId}::uuid
      ORDER BY tool, settings -> 'columnNames', "createdAt" DESC, id DESC
    ) newest
    ORDER BY "createdAt" DESC, id DESC
    LIMIT ${most}`;
  return rows.flatMap(parsedRow);
}

/** Of the other maps, with what their touchpoints are called today. */
async function elsewhere({
  workspaceId,
  journeyId,
}: OfJourney): Promise<SavedSettings[]> {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT tool, settings FROM (
      SELECT DISTINCT ON (tool, settings -> 'columnNames') tool, settings, "createdAt", id FROM (
        SELECT r.tool, r.settings, r."createdAt", r.id FROM "ImportRun" r
        JOIN "Journey" j ON j."workspaceId" = r."workspaceId" AND j.id = r."journeyId" AND j."deletedAt" IS NULL
        WHERE r."workspaceId" = ${workspaceId}::uuid AND r."journeyId" <> ${journeyId}::uuid
        ORDER BY r."createdAt" DESC, r.id DESC
        LIMIT ${mostElsewhere}
      ) recent
      ORDER BY tool, settings -> 'columnNames', "createdAt" DESC, id DESC
    ) newest
    ORDER BY "createdAt" DESC, id DESC
    LIMIT ${most}`;
  const saved = rows.flatMap(parsedRow);
  const ids = saved.flatMap(({ settings }) =>
    settings.touchpoints.flatMap(({ touchpointId }) => touchpointId ?? []),
  );
  const named = await prisma().touchpointRow.findMany({
    where: { workspaceId, id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  });
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return saved.map((one) => ({ ...one, titles }));
}

/** What earlier imports decided: those of a journey first, then those of the other maps of its workspace. */
export async function savedSettings(of: OfJourney): Promise<SavedSettings[]> {
  return (await Promise.all([here(of), elsewhere(of)])).flat();
}
