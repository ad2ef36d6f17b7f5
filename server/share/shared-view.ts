import type { ChannelRef } from "@/lib/api/fields";
import type { SharedPersona, SharedView } from "@/lib/api/shared-view";
import type { LaneId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { publicView, type PublicLink } from "@/lib/journey/public-view";
import { pool } from "@/server/db/pool";
import { readAgeing } from "@/server/queries/ageing";
import { readEvidenceGroups } from "@/server/queries/evidence-groups";
import type { OpenLink } from "./find-link";

/** The names of rows that a shared map points to; nothing else of those rows leaves. */
export interface SharedNames {
  readonly stakeholders: ReadonlyMap<string, string>;
  readonly personas: ReadonlyMap<string, SharedPersona>;
  readonly channels: ReadonlyMap<string, ChannelRef>;
  readonly evidence: SharedView["evidence"];
  readonly staleMonths: number;
}

const byId = <T extends { id: string }>(rows: T[]) =>
  new Map(rows.map((row) => [row.id, row]));

/** Reads the names that a link may show. Those of owners only where it says so. */
export async function readSharedNames(link: OpenLink): Promise<SharedNames> {
  const { workspaceId, journeyId, showOwners } = link;
  const [personas, channels, stakeholders, evidence, ageing] =
    await Promise.all([
      pool().query<SharedPersona>(
        `SELECT id, name, colour, summary FROM "Persona" WHERE "workspaceId" = $1`,
        [workspaceId],
      ),
      pool().query<ChannelRef>(
        `SELECT id, name, key, icon FROM "Channel" WHERE "workspaceId" = $1`,
        [workspaceId],
      ),
      pool().query<{ id: string; name: string }>(
        `SELECT id, name FROM "Stakeholder" WHERE "workspaceId" = $1 AND $2`,
        [workspaceId, showOwners],
      ),
      readEvidenceGroups({ workspaceId, journeyId }),
      readAgeing({ workspaceId }),
    ]);
  return {
    personas: byId(personas.rows),
    channels: byId(channels.rows),
    stakeholders: new Map(stakeholders.rows.map(({ id, name }) => [id, name])),
    evidence,
    staleMonths: ageing.staleMonths,
  };
}

const known = <T>(ids: Iterable<string>, names: ReadonlyMap<string, T>): T[] =>
  [...new Set(ids)].flatMap((id) => names.get(id) ?? []);

/**
 * The lanes that a link shows, or null for every lane but those that are backstage. Who owns what is
 * usually backstage: a link that is to show owners shows that lane too.
 */
function lanesOf(map: JourneyMap, link: OpenLink): LaneId[] | null {
  if (link.laneIds.length > 0) return link.laneIds as LaneId[];
  if (!link.showOwners) return null;
  return map.lanes
    .filter(
      ({ kind, visibility }) =>
        visibility !== "backstage" || kind === "stakeholder",
    )
    .map(({ id }) => id);
}

/** What a link shows of a map: its public view, and the names of the personas and channels in that view. */
export function sharedView(
  map: JourneyMap,
  link: OpenLink,
  names: SharedNames,
): SharedView {
  const shown: PublicLink = {
    showOwners: link.showOwners,
    laneIds: lanesOf(map, link),
    names: names.stakeholders,
  };
  const view = publicView(map, shown);
  const channels = view.map.stages.flatMap((stage) =>
    stage.touchpoints.flatMap((touchpoint) => touchpoint.channels),
  );
  return {
    view,
    personas: known(view.map.personas, names.personas),
    channels: known(channels, names.channels),
    evidence: shownEvidence(view.map, names.evidence),
    staleMonths: names.staleMonths,
    reviewedAt: link.reviewedAt,
    reviewDueAt: link.reviewDueAt,
  };
}

/** Of touchpoints and personas that the view shows, and only where it shows what they feel. */
function shownEvidence(
  map: JourneyMap,
  groups: SharedView["evidence"],
): SharedView["evidence"] {
  if (map.curves.length === 0) return [];
  const touchpoints = new Set<string>(
    map.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id)),
  );
  const personas = new Set<string | null>([null, ...map.personas]);
  return groups.filter(
    ({ touchpointId, personaId }) =>
      touchpoints.has(touchpointId) && personas.has(personaId),
  );
}

/** The files that a view shows. */
export const filesOf = ({ view }: SharedView): Set<string> =>
  new Set(
    Object.values(view.map.attachments)
      .flat()
      .flatMap(({ fileId }) => fileId ?? []),
  );
