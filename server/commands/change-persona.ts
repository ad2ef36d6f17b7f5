import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { PersonaDetail, PersonaFields } from "@/lib/api/personas";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Refused } from "@/server/errors";
import { findPersona } from "@/server/queries/personas";
import { hasOwnRefs } from "./check-persona-refs";
import { tellRowsChanged } from "@/server/row-events";

export interface PersonaChange {
  readonly personaId: string;
  /** The version that the writer saw. */
  readonly version: number;
  readonly fields: Partial<PersonaFields>;
}

/** Somebody else was faster: their version, so that the writer can see both. */
export interface VersionConflict<T> extends Refused<"version_conflict"> {
  readonly current: T;
}

export type PersonaChanged =
  | { readonly ok: true; readonly persona: PersonaDetail }
  | Refused<"forbidden" | "not_found">
  | VersionConflict<PersonaDetail>;

/** Changes a persona if it still is what the writer saw. */
export async function changePersona(
  { actor }: Caller<InsideActor>,
  { personaId, version, fields }: PersonaChange,
): Promise<PersonaChanged> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  if (!(await hasOwnRefs(workspaceId, fields))) return refused("not_found");
  const { count } = await prisma().persona.updateMany({
    where: { workspaceId, id: personaId, version },
    data: { ...fields, version: { increment: 1 } },
  });
  const current = await findPersona({ workspaceId, personaId });
  if (!current) return refused("not_found");
  if (count === 0) return { ...refused("version_conflict"), current };
  tellRowsChanged(workspaceId, "persona", personaId);
  return { ok: true, persona: current };
}
