import type { JourneyMap } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { inTransaction } from "@/server/db/in-transaction";
import type { StoredDocument } from "@/server/log/contract";
import { documentOf } from "@/server/log/document-of";
import { readDocument, readHead } from "@/server/log/reading";
import { LatestMaps } from "./latest-maps";

const MiB = 1024 * 1024;

/** What pages and the API share: each has a copy of this module. */
const shared = globalThis as { waymarkLatestMaps?: LatestMaps<JourneyMap> };

/** Maps that were read last are kept as they were read. In memory they take a few times as much as their documents. */
const latest = (shared.waymarkLatestMaps ??= new LatestMaps({
  most: 12,
  bytes: 32 * MiB,
  largest: 4 * MiB,
}));

/**
 * The map of a journey as it is stored, read without its room; null where it has no document. Whoever asks again while
 * nothing was written gets the same object: to read a large map takes longer than all else that its page asks for.
 */
export async function readStoredMap(
  journeyId: string,
): Promise<JourneyMap | null> {
  const found = await inTransaction(async (client) => {
    const head = await readHead(client, journeyId);
    if (!head) return null;
    const known = latest.get(journeyId, head);
    return known ? { known } : readDocument(client, journeyId);
  }, "read");
  if (!found) return null;
  if ("known" in found) return found.known;
  const map = mapOf(found);
  latest.keep(journeyId, found, { map, bytes: bytesOf(found) });
  return map;
}

const bytesOf = ({ snapshot, tail }: StoredDocument) =>
  tail.reduce((sum, { data }) => sum + data.length, snapshot?.length ?? 0);

function mapOf(stored: StoredDocument): JourneyMap {
  const doc = documentOf(stored);
  try {
    return resolve(doc);
  } finally {
    doc.destroy();
  }
}
