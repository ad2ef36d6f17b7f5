import type { Author, VersionAuthors } from "@/lib/api/versions";
import type { TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";

/** What of a touchpoint somebody wrote: a field of it, or a thing that stands with it. */
export interface Part {
  readonly root: "touchpoints" | "cards" | "attachments";
  readonly id: string;
  readonly field: string;
}

/** What one person did in one go. */
export interface Deed {
  readonly author: Author;
  /** When they wrote last. */
  readonly at: string;
  readonly parts: readonly Part[];
}

/** Within so long it is one sitting. */
const SITTING_MS = 60 * 60 * 1_000;

/** Who wrote last in what of a touchpoint and of what stands with it, the latest first. */
export function storyOf(
  map: JourneyMap,
  touchpointId: TouchpointId,
  authors: VersionAuthors,
): readonly Deed[] {
  const here = thingsAt(map, touchpointId);
  const deeds: (Omit<Deed, "parts"> & { parts: Part[] })[] = [];
  const found = authors.fields
    .filter(({ root, id }) => here.get(id) === root)
    .toSorted((a, b) => b.at.localeCompare(a.at));
  for (const { root, id, field, by, at } of found) {
    const author = authors.people[by];
    if (!author || !isRoot(root)) continue;
    const part = { root, id, field };
    const last = deeds.at(-1);
    const isSame =
      last?.author.id === author.id &&
      Date.parse(last.at) - Date.parse(at) <= SITTING_MS;
    if (isSame) last.parts.push(part);
    else deeds.push({ author, at, parts: [part] });
  }
  return deeds;
}

function isRoot(root: string): root is Part["root"] {
  return root === "touchpoints" || root === "cards" || root === "attachments";
}

function thingsAt(
  map: JourneyMap,
  touchpointId: TouchpointId,
): ReadonlyMap<string, Part["root"]> {
  const things = new Map<string, Part["root"]>([[touchpointId, "touchpoints"]]);
  for (const [cell, cards] of Object.entries(map.cells))
    if (cell.endsWith(`:${touchpointId}`))
      for (const { id } of cards) things.set(id, "cards");
  for (const { id } of map.attachments[touchpointId] ?? [])
    things.set(id, "attachments");
  return things;
}
