import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import type { Emotion } from "@/lib/journey/vocabulary";
import { isFiltering } from "./sight";
import type { Sight } from "./sight";

const NOTHING: ReadonlySet<string> = new Set();

/** The level that the curve of a persona shows at a touchpoint, given what the team itself says there. */
export type ShownLevel = (
  touchpointId: TouchpointId,
  personaId: PersonaId,
  own: Emotion | null,
) => Emotion | null;

/** What is no part of a map and counts all the same. */
export interface Beside {
  /** Ids of touchpoints about which there is evidence. */
  readonly known?: ReadonlySet<string>;
  /** Without evidence, what the team says. */
  readonly shown?: ShownLevel;
}

const asTheTeamSays: ShownLevel = (_touchpointId, _personaId, own) => own;

/**
 * The touchpoints that meet every condition; of one condition any choice is enough. Without conditions all do.
 *
 * @returns ids of touchpoints.
 */
export function matchingTouchpoints(
  map: JourneyMap,
  sight: Sight,
  { known = NOTHING, shown = asTheTeamSays }: Beside = {},
): ReadonlySet<string> {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  if (!isFiltering(sight)) return new Set(touchpoints.map(({ id }) => id));
  const proven = sight.evidence === null ? null : provenColumns(map);
  return new Set(
    touchpoints
      .filter(
        (touchpoint) =>
          meetsOwner(touchpoint, sight) &&
          meetsChannel(touchpoint, sight) &&
          meetsFeeling(sight, map.personas, (personaId) =>
            shown(
              touchpoint.id,
              personaId,
              touchpoint.emotions[personaId] ?? null,
            ),
          ) &&
          (proven === null ||
            (proven.has(touchpoint.id) || known.has(touchpoint.id)) ===
              (sight.evidence === "with")),
      )
      .map(({ id }) => id),
  );
}

function meetsOwner(
  { owners }: Touchpoint,
  { owners: wanted, withoutOwner }: Sight,
): boolean {
  if (wanted.length === 0 && !withoutOwner) return true;
  return (
    owners.some(({ stakeholderId }) => wanted.includes(stakeholderId)) ||
    (withoutOwner && !owners.some(({ role }) => role === "responsible"))
  );
}

function meetsChannel(
  { channels }: Touchpoint,
  { channels: wanted }: Sight,
): boolean {
  return wanted.length === 0 || channels.some((id) => wanted.includes(id));
}

/** Judged persona by persona: what one feels is no answer to what another does. */
function meetsFeeling(
  sight: Sight,
  linked: readonly PersonaId[],
  level: (personaId: PersonaId) => Emotion | null,
): boolean {
  if (sight.emotions.length === 0 && sight.personas.length === 0) return true;
  const asked =
    sight.personas.length === 0
      ? linked
      : linked.filter((id) => sight.personas.includes(id));
  if (sight.emotions.length === 0)
    return asked.some((id) => level(id) !== null);
  // A map without personas has no feelings at all.
  if (asked.length === 0)
    return sight.personas.length === 0 && sight.emotions.includes("none");
  return asked.some((id) => sight.emotions.includes(level(id) ?? "none"));
}

/** Columns with something attached, to the touchpoint itself or to a card under it. */
function provenColumns({ attachments, cells }: JourneyMap): Set<string> {
  const isProven = (id: string) => (attachments[id]?.length ?? 0) > 0;
  const columns = Object.values(cells)
    .flat()
    .flatMap(({ id, columnId }) => (columnId && isProven(id) ? columnId : []));
  return new Set([...columns, ...Object.keys(attachments).filter(isProven)]);
}
