import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail } from "@/lib/api/personas";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** What a map shows of the rows that it names. */
export interface MapCatalogue {
  readonly channels: readonly CatalogueChannel[];
  readonly personas: readonly CataloguePersona[];
  readonly stakeholders: readonly CatalogueStakeholder[];
}

type CatalogueChannel = Pick<
  ChannelListItem,
  "id" | "key" | "name" | "icon" | "medium" | "archived"
>;
type CataloguePersona = Pick<
  PersonaDetail,
  "id" | "name" | "colour" | "summary" | "draft"
> & { readonly archivedAt: Date | null };
type CatalogueStakeholder = Pick<
  StakeholderListItem,
  "id" | "name" | "kind" | "colour"
> & {
  readonly member: { readonly id: string } | null;
  readonly archivedAt: Date | null;
};

const channelsSql = `
SELECT id, key, name, icon, medium, "archivedAt" IS NOT NULL AS archived FROM "Channel"
WHERE "workspaceId" = $1 ORDER BY "archivedAt" IS NOT NULL, pos, id`;

const personasSql = `
SELECT id, name, colour, summary, draft, "archivedAt" FROM "Persona"
WHERE "workspaceId" = $1 ORDER BY "archivedAt" IS NOT NULL, name, id`;

const stakeholdersSql = `
SELECT h.id, h.name, h.kind, h.colour, h."archivedAt",
       CASE WHEN m."userId" IS NULL THEN NULL ELSE json_build_object('id', m."userId") END AS member
FROM "Stakeholder" h
LEFT JOIN "Membership" m ON m."workspaceId" = h."workspaceId" AND m."userId" = h."userId"
WHERE h."workspaceId" = $1 ORDER BY h."archivedAt" IS NOT NULL, lower(h.name), h.id`;

/**
 * Everything that a map of the workspace may name, archived rows last, because maps may still show them. How
 * often each is used is left out: to count that takes longer the more maps there are.
 */
export async function readMapCatalogue(filter: {
  workspaceId: string;
}): Promise<MapCatalogue> {
  requireKeys(filter, ["workspaceId"]);
  const of = [filter.workspaceId];
  const [channels, personas, stakeholders] = await Promise.all([
    pool().query<CatalogueChannel>(channelsSql, of),
    pool().query<CataloguePersona>(personasSql, of),
    pool().query<CatalogueStakeholder>(stakeholdersSql, of),
  ]);
  return {
    channels: channels.rows,
    personas: personas.rows,
    stakeholders: stakeholders.rows,
  };
}
