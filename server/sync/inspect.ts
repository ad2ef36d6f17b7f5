import * as Y from "yjs";
import { MAX_DEPTH, MAX_MERGED_TEXT } from "@/lib/journey/limits";
import { isSafeKey } from "@/lib/journey/plain";
import { contradicts } from "./contradiction";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];

/**
 * `gap`: it builds on something this document does not have, which may still come.
 * `refused`: no document could hold it.
 */
export type Inspection =
  | { readonly verdict: "ok"; readonly brings: readonly number[] }
  | { readonly verdict: "gap" }
  | {
      readonly verdict: "refused";
      readonly reason: "malformed" | "forbidden_content" | "client_id_taken";
    };

const malformed: Inspection = { verdict: "refused", reason: "malformed" };
const forbidden: Inspection = {
  verdict: "refused",
  reason: "forbidden_content",
};
const taken: Inspection = { verdict: "refused", reason: "client_id_taken" };
const gap: Inspection = { verdict: "gap" };

const decode = (update: Uint8Array): Decoded | null => {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Text that is no UTF-8, or JSON that is none: what the guard does not look into.
    return null;
  }
};

/** Where each client of an update ends, or null where it does not follow on what is known. */
function endsOf(
  doc: Y.Doc,
  structs: readonly Struct[],
): Map<number, number> | null {
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = ends.get(client) ?? Y.getState(doc.store, client);
    if (struct instanceof Y.Skip || clock > known) return null;
    ends.set(client, Math.max(known, clock + struct.length));
  }
  return ends;
}

/** A client's structs refer back only; Yjs checks that for other clients and throws half-way for its own. */
const refersForward = (item: Y.Item, id: Y.ID | null) =>
  id !== null && id.client === item.id.client && id.clock >= item.id.clock;

const idsOf = (item: Y.Item) => [
  item.origin,
  item.rightOrigin,
  item.parent instanceof Y.ID ? item.parent : null,
];

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string")
    return value.length <= MAX_MERGED_TEXT && value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value))
    return value.every((inner) => isPlain(inner, depth + 1));
  return Object.entries(value).every(
    ([key, inner]) => isSafeKey(key) && isPlain(inner, depth + 1),
  );
}

function isAllowed({ content }: Y.Item): boolean {
  if (content instanceof Y.ContentString)
    return content.str.length <= MAX_MERGED_TEXT;
  if (content instanceof Y.ContentAny)
    return content.arr.every((value) => isPlain(value, 0));
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed, 0);
  if (content instanceof Y.ContentFormat) return isPlain(content.value, 0);
  return true;
}

function deletesUnknown(
  doc: Y.Doc,
  { ds }: Decoded,
  ends: ReadonlyMap<number, number>,
): boolean {
  for (const [client, ranges] of ds.clients) {
    const end = ends.get(client) ?? Y.getState(doc.store, client);
    if (ranges.some(({ clock, len }) => clock + len > end)) return true;
  }
  return false;
}

/**
 * Decides whether an update that passed the guard can be integrated completely. Nothing may ever wait inside
 * the document for a missing part: it would be lost with the process, and costs quadratic time.
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array): Inspection {
  const decoded = decode(update);
  if (decoded === null) return malformed;
  const ends = endsOf(doc, decoded.structs);
  if (ends === null) return gap;
  const isKnown = (id: Y.ID | null) =>
    id === null ||
    id.clock < (ends.get(id.client) ?? Y.getState(doc.store, id.client));
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const ids = idsOf(struct);
    if (ids.some((id) => refersForward(struct, id))) return malformed;
    if (!ids.every(isKnown)) return gap;
    if (!isAllowed(struct)) return forbidden;
    if (contradicts(doc, struct)) return taken;
  }
  if (deletesUnknown(doc, decoded, ends)) return gap;
  const brings: number[] = [];
  for (const [client, end] of ends)
    if (end > Y.getState(doc.store, client)) brings.push(client);
  return { verdict: "ok", brings };
}
