import type * as Y from "yjs";
import { entityOf, findRoot, type RootName } from "@/lib/journey/document";
import { isId } from "@/lib/journey/ids";
import { liveEntity, personasOf } from "@/lib/journey/lists";
import { sortedJson } from "@/lib/journey/plain";
import {
  readAttachment,
  readCard,
  readLane,
  readMeta,
  readStage,
  readTouchpoint,
} from "@/lib/journey/records";
import { channelMark, emotionValue, ownerRole } from "@/lib/journey/schema";
import { parseValue } from "@/lib/journey/values";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";

/** Names one thing of a map: an entity, a persona on it, a link by its key, or the map itself (empty id). */
export interface EntityRef {
  readonly root: Exclude<RootName, "channels" | "owners" | "emotions">;
  readonly id: string;
}

/**
 * What one thing of a map says, as `resolve` would; null where it is not there or is deleted. To read a whole
 * map for one card of it would be felt by everyone else on it.
 */
export function readEntity(doc: Y.Doc, { root, id }: EntityRef): unknown {
  if (root === "meta") return readMeta(findRoot(doc, "meta")!).value;
  if (root === "personas")
    return { personaIds: personasOf(doc).map((placed) => placed.id) };
  if (root === "links") return readLink(doc, id);
  const entity = liveEntity(doc, root, id);
  if (entity === null) return null;
  switch (root) {
    case "stages":
      return readStage(id, entity).value;
    case "lanes":
      return readLane(id, entity).value;
    case "attachments":
      return readAttachment(id, entity)?.value ?? null;
    case "cards":
      return ofItsLane(doc, readCard(id, entity).value);
    case "touchpoints":
      return { ...readTouchpoint(id, entity).value, ...readSets(doc, id) };
  }
}

/** Two states of a thing that say the same have the same text. */
export const stateOf = (doc: Y.Doc, ref: EntityRef): string =>
  sortedJson(readEntity(doc, ref));

function readLink(doc: Y.Doc, key: string): unknown {
  if (findRoot(doc, "links")?.get(key) !== true) return null;
  const [from, to, kind] = key.split(":");
  return { from, to, kind };
}

function ofItsLane<T extends { readonly laneId: string | null }>(
  doc: Y.Doc,
  card: T,
): T {
  const { laneId } = card;
  const lane = laneId === null ? null : entityOf(doc, "lanes", laneId);
  if (laneId === null || lane === null) return card;
  const kind = LANE_KIND_INFO[readLane(laneId, lane).value.kind].cardKind;
  return kind === null ? card : { ...card, kind };
}

/** What stands on the other side of a touchpoint's keys in one of the sets. */
function* pairsOf(
  doc: Y.Doc,
  root: "channels" | "owners" | "emotions",
  id: string,
): Generator<[string, unknown]> {
  for (const [key, value] of findRoot(doc, root)?.entries() ?? []) {
    if (!key.startsWith(`${id}:`)) continue;
    const other = key.slice(id.length + 1);
    if (isId(other)) yield [other, value];
  }
}

function readSets(doc: Y.Doc, id: string) {
  const channels = [...pairsOf(doc, "channels", id)]
    .filter(([, value]) => parseValue(value, channelMark))
    .map(([channelId]) => channelId)
    .sort();
  const owners = [...pairsOf(doc, "owners", id)]
    .flatMap(([stakeholderId, value]) => {
      const role = parseValue(value, ownerRole);
      return role ? [{ stakeholderId, role }] : [];
    })
    .sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const felt = new Map(pairsOf(doc, "emotions", id));
  const emotions = Object.fromEntries(
    personasOf(doc).flatMap((persona) => {
      const value = parseValue(felt.get(persona.id), emotionValue);
      return value === undefined ? [] : [[persona.id, value]];
    }),
  );
  return { channels, owners, emotions };
}

const rankOf = (owner: { role: string; stakeholderId: string }) =>
  `${owner.role === "responsible" ? 0 : 1}${owner.stakeholderId}`;
