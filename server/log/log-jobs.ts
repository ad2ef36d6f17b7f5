import * as Y from "yjs";
import { renewDocument } from "@/lib/journey/renew";
import { resolve } from "@/lib/journey/resolve";
import { AppError } from "@/server/errors";
import { unpackBlob, type Blob } from "./blob";
import { canonicalHash } from "./canonical-hash";
import { fillDocument } from "./document-of";

/** A document as it rests: a snapshot, or nothing, and the updates after it. */
export interface RestingDocument {
  readonly snapshot: Blob | null;
  readonly tail: readonly Blob[];
}

/** What is heavy about a document: to put it together into one piece, to say what it holds, or to write it anew. */
export interface LogJob {
  readonly kind: "merge" | "hash" | "renew";
  readonly resting: RestingDocument;
}

export interface LogJobResult {
  /**
   * Of `merge`: the whole document. Put together by a document; merged updates would keep what was deleted.
   * Of `renew`: another document that holds the same map; null where that did not succeed.
   */
  readonly whole: Uint8Array | null;
  /** Of `renew`: how large the document was. */
  readonly bytes: number;
  /** Of `hash`: what two documents share that hold the same map. */
  readonly hash: string | null;
}

async function unpackAll({ snapshot, tail }: RestingDocument) {
  return {
    snapshot: snapshot && (await unpackBlob(snapshot)),
    tail: await Promise.all(
      tail.map(async (blob) => ({ data: await unpackBlob(blob) })),
    ),
  };
}

function renew(old: Y.Doc): LogJobResult {
  const doc = renewDocument(old);
  try {
    const hash = canonicalHash(resolve(doc));
    const isSame = hash === canonicalHash(resolve(old));
    const { length: bytes } = Y.encodeStateAsUpdate(old);
    return { whole: isSame ? Y.encodeStateAsUpdate(doc) : null, hash, bytes };
  } finally {
    doc.destroy();
  }
}

/**
 * Does a job where it is called.
 *
 * @throws AppError `blob_damaged` where the document cannot be read.
 */
export async function runLogJob({
  kind,
  resting,
}: LogJob): Promise<LogJobResult> {
  const doc = new Y.Doc();
  try {
    fillDocument(doc, await unpackAll(resting));
    if (kind === "renew") return renew(doc);
    return {
      whole: kind === "merge" ? Y.encodeStateAsUpdate(doc) : null,
      hash: kind === "hash" ? canonicalHash(resolve(doc)) : null,
      bytes: 0,
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("blob_damaged", String(cause), { cause });
  } finally {
    doc.destroy();
  }
}
