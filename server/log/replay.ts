import type pg from "pg";
import * as Y from "yjs";
import { AppError } from "@/server/errors";
import { unpackBlob, type Blob } from "./blob";
import { assertWhole } from "./document-of";
import { blobOf, type BlobColumns } from "./reading";

type Db = Pick<pg.ClientBase, "query">;

/** One update as it rests in the log. */
export interface RestingUpdate {
  readonly seq: number;
  readonly blob: Blob;
}

/** Updates after a seq, up to and including another. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

const mostBytesAtOnce = 4 * 1024 * 1024;
const mostRowsAtOnce = 500;

/** As many of the next updates as the memory may hold; one at least, however large it is. */
const nextSql = `
WITH next AS (
  SELECT seq, sum(bytes) OVER (ORDER BY seq) AS bytes FROM (
    SELECT seq, octet_length(data) AS bytes FROM document_update
    WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT ${mostRowsAtOnce}
  ) sized
)
SELECT seq, codec, crc32c, data FROM document_update
WHERE journey_id = $1 AND seq > $2
  AND seq <= (SELECT coalesce(max(seq) FILTER (WHERE bytes <= ${mostBytesAtOnce}), min(seq)) FROM next)
ORDER BY seq`;

/** Reads a part of a log, however long, with little of it in memory at once. */
export async function* streamUpdates(
  db: Db,
  journeyId: string,
  { after, upTo }: Range,
): AsyncGenerator<readonly RestingUpdate[]> {
  let read = after;
  while (read < upTo) {
    const { rows } = await db.query<BlobColumns & { seq: string }>(nextSql, [
      journeyId,
      read,
      upTo,
    ]);
    const last = rows.at(-1);
    if (!last) return;
    read = Number(last.seq);
    yield rows.map((row) => ({ seq: Number(row.seq), blob: blobOf(row) }));
  }
}

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
  for await (const batch of streamUpdates(db, journeyId, { after, upTo })) {
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
