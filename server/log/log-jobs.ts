import * as Y from "yjs";
import { renewDocument } from "@/lib/journey/renew";
import { resolve } from "@/lib/journey/resolve";
import { AppError } from "@/server/errors";
import { isBeginning } from "./beginning";
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

/** An engine of zlib takes some 50 KB, and what a thousand at once took is not given back. */
const mostEngines = 16;
/** Letting go of what was deleted takes its time on a large document, and waiting for it takes room. */
const partBytes = 1024 * 1024;

/** Unpacks updates in parts, so that never all of them are there. */
async function* unpackInParts(tail: readonly Blob[]) {
  let part: Uint8Array[] = [];
  let bytes = 0;
  for (let at = 0; at < tail.length; at += mostEngines) {
    const some = tail.slice(at, at + mostEngines);
    for (const data of await Promise.all(some.map(unpackBlob))) {
      part.push(data);
      bytes += data.length;
    }
    if (bytes < partBytes) continue;
    yield part;
    part = [];
    bytes = 0;
  }
  yield part;
}

/**
 * The document of what rests. What lies before the last beginning of a history does not count, whole or not.
 *
 * @throws AppError `blob_damaged` where the rest cannot be read.
 */
async function documentAtRest(resting: RestingDocument): Promise<Y.Doc> {
  let doc = new Y.Doc();
  const add = (content: Parameters<typeof fillDocument>[1]) => {
    try {
      fillDocument(doc, content);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  };
  const snapshot = resting.snapshot && (await unpackBlob(resting.snapshot));
  let trouble = add({ snapshot, tail: [] });
  for await (const part of unpackInParts(resting.tail)) {
    if (part.some(isBeginning)) {
      doc.destroy();
      doc = new Y.Doc();
      trouble = null;
    }
    const tail = part.map((data) => ({ data }));
    trouble ??= add({ snapshot: null, tail });
  }
  if (trouble === null) return doc;
  doc.destroy();
  throw trouble;
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
  let doc: Y.Doc | null = null;
  try {
    doc = await documentAtRest(resting);
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
    doc?.destroy();
  }
}
