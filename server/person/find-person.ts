import type { PersonActor } from "@/lib/access/actors";
import { pool } from "@/server/db/pool";
import { personalTokenHash } from "./tokens";

/** A stakeholder whose personal link may be used now. */
export interface KnownPerson {
  readonly linkId: string;
  readonly workspaceId: string;
  readonly stakeholderId: string;
  readonly name: string;
  readonly workspace: string;
  readonly expiresAt: Date;
}

/** `absent` is one answer for an unknown or revoked link and for a stakeholder who may have none any more. */
export type FoundPerson =
  | { readonly state: "open"; readonly person: KnownPerson }
  | { readonly state: "expired" | "absent" };

// Everything that can make a link absent is part of one look-up, so that no reason takes longer than another.
const sql = `
SELECT l.id AS "linkId", l."workspaceId", l."stakeholderId", l."expiresAt", s.name, w.name AS workspace
FROM "PersonalLink" l
JOIN "Stakeholder" s ON s."workspaceId" = l."workspaceId" AND s.id = l."stakeholderId"
  AND s."archivedAt" IS NULL AND s."userId" IS NULL
JOIN "Workspace" w ON w.id = l."workspaceId"
WHERE l."tokenHash" = $1 AND l."revokedAt" IS NULL`;

/** Whose personal link a token out of an address is. */
export async function findPerson(
  token: string,
  now = new Date(),
): Promise<FoundPerson> {
  const { rows } = await pool().query<KnownPerson>(sql, [
    personalTokenHash(token),
  ]);
  const person = rows[0];
  if (!person) return { state: "absent" };
  return person.expiresAt <= now
    ? { state: "expired" }
    : { state: "open", person };
}

/** The person as access knows them. */
export const personActor = ({
  linkId,
  stakeholderId,
  workspaceId,
}: KnownPerson): PersonActor => ({
  kind: "person",
  linkId,
  stakeholderId,
  workspaceId,
});
