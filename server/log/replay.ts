import type pg from "pg";
import * as Y from "yjs";
import { AppError } from "@/server/errors";
import { isBeginning } from "./beginning";
import { unpackBlob } from "./blob";
import type { Range } from "./contract";
import { fillDocument } from "./document-of";
import { streamHistory } from "./history";

type Db = Pick<pg.ClientBase, "query">;

/**
 * Applies a part of a log to a document that holds everything before it.
 *
 * @returns that document; another one where a history begins on the way, and that one is destroyed.
 * @throws AppError `blob_damaged` where an update is missing, cannot be read or leaves a gap.
 */
export async function replay(
  db: Db,
  from: Y.Doc,
  { journeyId, after, upTo }: Range & { readonly journeyId: string },
): Promise<Y.Doc> {
  let applied = after;
  let doc = from;
  for await (const batch of streamHistory(db, journeyId, { after, upTo })) {
    const updates = await Promise.all(
      batch.map(({ blob }) => unpackBlob(blob)),
    );
    for (const { seq } of batch) {
      if (seq !== ++applied)
        throw new AppError("blob_damaged", `change ${applied} is missing`);
    }
    if (updates.some(isBeginning)) {
      doc.destroy();
      doc = new Y.Doc();
    }
    fillDocument(doc, {
      snapshot: null,
      tail: updates.map((data) => ({ data })),
    });
  }
  if (applied < upTo)
    throw new AppError("blob_damaged", `change ${applied + 1} is missing`);
  return doc;
}
