import type { PersonaDetail } from "@/lib/api/personas";
import type { Persona } from "@/server/db/generated/client";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

async function journeysOf(workspaceId: string): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ personaId: string; n: number }>(
    `SELECT jp."personaId", count(*)::int AS n FROM "JourneyPersona" jp
     JOIN "Journey" j ON j."workspaceId" = jp."workspaceId" AND j.id = jp."journeyId"
     WHERE jp."workspaceId" = $1 AND j."deletedAt" IS NULL GROUP BY jp."personaId"`,
    [workspaceId],
  );
  return new Map(rows.map((row) => [row.personaId, row.n]));
}

/** A persona's row as the API shows it. */
export function toPersonaDetail(row: Persona, journeys: number): PersonaDetail {
  const { workspaceId: _, ...rest } = row;
  return {
    ...rest,
    form: rest.form as PersonaDetail["form"],
    colour: rest.colour as PersonaDetail["colour"],
    shopping: rest.shopping as PersonaDetail["shopping"],
    sources: rest.sources as PersonaDetail["sources"],
    attributes: rest.attributes as PersonaDetail["attributes"],
    journeys,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

/** The personas of a workspace by name; archived ones only when asked for. */
export async function listPersonas(filter: {
  workspaceId: string;
  archived: boolean;
}): Promise<PersonaDetail[]> {
  requireKeys(filter, ["workspaceId", "archived"]);
  const [rows, journeys] = await Promise.all([
    prisma().persona.findMany({
      where: {
        workspaceId: filter.workspaceId,
        archivedAt: filter.archived ? { not: null } : null,
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    journeysOf(filter.workspaceId),
  ]);
  return rows.map((row) => toPersonaDetail(row, journeys.get(row.id) ?? 0));
}

/** One persona, archived or not; null where the workspace has none of that id. */
export async function findPersona(filter: {
  workspaceId: string;
  personaId: string;
}): Promise<PersonaDetail | null> {
  requireKeys(filter, ["workspaceId", "personaId"]);
  const { workspaceId, personaId } = filter;
  const row = await prisma().persona.findUnique({
    where: { workspaceId_id: { workspaceId, id: personaId } },
  });
  if (!row) return null;
  const journeys = await journeysOf(workspaceId);
  return toPersonaDetail(row, journeys.get(row.id) ?? 0);
}
