import type { JourneyMap } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { inTransaction } from "@/server/db/in-transaction";
import { documentOf } from "@/server/log/document-of";
import { readDocument } from "@/server/log/reading";

/** The map of a journey as it is stored, read without its room; null where it has no document. */
export async function readStoredMap(
  journeyId: string,
): Promise<JourneyMap | null> {
  const stored = await inTransaction(
    (client) => readDocument(client, journeyId),
    "read",
  );
  if (!stored) return null;
  const doc = documentOf(stored);
  try {
    return resolve(doc);
  } finally {
    doc.destroy();
  }
}
