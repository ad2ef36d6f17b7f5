import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { PersonaId } from "@/lib/journey/ids";
import { draftPersonaName } from "@/lib/templates/starter-names";

/**
 * Makes the persona that a new map is about where nobody has chosen one: a map always has one, for
 * emotions have no key without.
 */
export async function draftPersona(
  client: pg.PoolClient,
  { workspaceId, locale }: { workspaceId: string; locale: string },
): Promise<PersonaId> {
  const personaId = randomUUID();
  await client.query(
    `INSERT INTO "Persona" (id, "workspaceId", name, draft, "updatedAt") VALUES ($1, $2, $3, true, now())`,
    [personaId, workspaceId, draftPersonaName(locale)],
  );
  return personaId as PersonaId;
}
