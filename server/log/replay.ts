import type pg from "pg";
import * as Y from "yjs";
import { AppError } from "@/server/errors";
import { unpackBlob } from "./blob";
import type { Range } from "./contract";
import { assertWhole } from "./document-of";
import { streamHistory } from "./history";

type Db = Pick<pg.ClientBase, "query">;

/**
 * Applies a part of a log to a document that holds everything before it.
 *
 * @throws AppError `blob_damaged` where an update is missing, cannot be read or leaves a gap.
 */
export async function replay(
  db: Db,
  doc: Y.Doc,
  { journeyId, after, upTo }: Range & { readonly journeyId: string },
): Promise<void> {
  let applied = after;
  for await (const batch of streamHistory(db, journeyId, { after, upTo })) {
    const updates = await Promise.all(
      batch.map(({ blob }) => unpackBlob(blob)),
    );
    for (const { seq } of batch) {
      if (seq !== ++applied)
        throw new AppError("blob_damaged", `change ${applied} is missing`);
    }
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  }
  if (applied < upTo)
    throw new AppError("blob_damaged", `change ${applied + 1} is missing`);
  assertWhole(doc);
}
