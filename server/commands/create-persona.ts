import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { PersonaDetail, PersonaFields } from "@/lib/api/personas";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { toPersonaDetail } from "@/server/queries/personas";
import { hasOwnRefs } from "./check-persona-refs";
import { tellRowsChanged } from "@/server/row-events";

export type NewPersona = Pick<PersonaFields, "name"> & Partial<PersonaFields>;

/** Makes a persona; what is left out is empty, for people fill it in over time. */
export async function createPersona(
  { actor }: Caller<InsideActor>,
  fields: NewPersona,
): Promise<Outcome<{ persona: PersonaDetail }, "forbidden" | "not_found">> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  if (!(await hasOwnRefs(workspaceId, fields))) return refused("not_found");
  const row = await prisma().persona.create({
    data: { ...fields, workspaceId },
  });
  tellRowsChanged(workspaceId, "persona", row.id);
  return { ok: true, persona: toPersonaDetail(row, 0) };
}
