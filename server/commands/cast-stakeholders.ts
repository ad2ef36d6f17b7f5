import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { StakeholderId } from "@/lib/journey/ids";
import type { StakeholderIds } from "@/lib/templates/seed-parts";
import type { TemplateStakeholder } from "@/lib/templates/template";
import { templateLocale } from "@/lib/templates/text";

export interface Cast {
  readonly workspaceId: string;
  readonly locale: string;
  readonly stakeholders: readonly TemplateStakeholder[];
}

/**
 * Rows for those who look after touchpoints in an example: whoever is called so already, or somebody new. An example
 * that is begun twice does not fill the list of stakeholders with the same names; whoever can be reached is a real
 * person, and gets no mail about the touchpoints of an example.
 */
export async function castStakeholders(
  client: pg.PoolClient,
  { workspaceId, locale, stakeholders }: Cast,
): Promise<StakeholderIds> {
  const language = templateLocale(locale);
  const ids: Record<string, StakeholderId> = {};
  for (const { key, kind, colour, name, jobTitle } of stakeholders) {
    const { rows } = await client.query<{ id: StakeholderId }>(
      `SELECT id FROM "Stakeholder" WHERE "workspaceId" = $1 AND name = $2 AND "archivedAt" IS NULL
         AND email IS NULL AND "userId" IS NULL
       ORDER BY "createdAt", id LIMIT 1`,
      [workspaceId, name[language]],
    );
    ids[key] = rows[0]?.id ?? (randomUUID() as StakeholderId);
    if (rows[0]) continue;
    await client.query(
      `INSERT INTO "Stakeholder" (id, "workspaceId", kind, colour, name, "jobTitle", "updatedAt") VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [ids[key], workspaceId, kind, colour, name[language], jobTitle[language]],
    );
  }
  return ids;
}
