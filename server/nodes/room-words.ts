import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { LogActor, LogRow, StoredUpdate } from "@/server/log/contract";
import type { PresenceBatch, StoredNews } from "@/server/sync/room-types";

/** Rows of more bytes than this are read from the log instead. */
const mostRowBytes = 32 * 1024;

const WORD = { stored: 0, presence: 1, askPresence: 2 } as const;
const actorKinds = ["user", "token", "system", "person"] as const;

/** What the rooms of one journey say to each other. */
export type RoomWord =
  | { readonly kind: "stored"; readonly news: StoredNews }
  | { readonly kind: "presence"; readonly batch: PresenceBatch }
  | { readonly kind: "askPresence" };

type Row = Pick<LogRow, "data" | "actor" | "clientIds">;

function writeRow(encoder: encoding.Encoder, row: Row): void {
  encoding.writeVarUint(encoder, actorKinds.indexOf(row.actor.kind));
  encoding.writeVarString(encoder, row.actor.id);
  encoding.writeVarUint(encoder, row.clientIds.length);
  for (const id of row.clientIds) encoding.writeVarUint(encoder, id);
  encoding.writeVarUint8Array(encoder, row.data);
}

function readRow(decoder: decoding.Decoder, seq: number): StoredUpdate {
  const kind: LogActor["kind"] =
    actorKinds[decoding.readVarUint(decoder)] ?? "system";
  const id = decoding.readVarString(decoder);
  const count = decoding.readVarUint(decoder);
  const clientIds: number[] = [];
  for (let at = 0; at < count; at++)
    clientIds.push(decoding.readVarUint(decoder));
  const data = decoding.readVarUint8Array(decoder);
  return { seq, data, actor: { kind, id }, clientIds };
}

/** "These rows are stored, right behind that seq." */
export function storedWord(after: number, rows: readonly Row[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, WORD.stored);
  encoding.writeVarUint(encoder, after);
  encoding.writeVarUint(encoder, rows.length);
  const bytes = rows.reduce((sum, { data }) => sum + data.length, 0);
  const isWhole = bytes <= mostRowBytes;
  encoding.writeUint8(encoder, isWhole ? 1 : 0);
  if (isWhole) for (const row of rows) writeRow(encoder, row);
  return encoding.toUint8Array(encoder);
}

/** "This is who is here." */
export function presenceWord({ isWhole, entries }: PresenceBatch): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, WORD.presence);
  encoding.writeUint8(encoder, isWhole ? 1 : 0);
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) encoding.writeVarUint8Array(encoder, entry);
  return encoding.toUint8Array(encoder);
}

/** "Who is where you are?" */
export const askPresenceWord = (): Uint8Array =>
  new Uint8Array([WORD.askPresence]);

function readStored(decoder: decoding.Decoder): RoomWord {
  const after = decoding.readVarUint(decoder);
  const count = decoding.readVarUint(decoder);
  const isWhole = decoding.readUint8(decoder) === 1;
  const rows: StoredUpdate[] = [];
  for (let at = 1; isWhole && at <= count; at++)
    rows.push(readRow(decoder, after + at));
  const news = { after, upTo: after + count, rows: isWhole ? rows : null };
  return { kind: "stored", news };
}

function readPresence(decoder: decoding.Decoder): RoomWord {
  const isWhole = decoding.readUint8(decoder) === 1;
  const count = decoding.readVarUint(decoder);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < count; at++)
    entries.push(decoding.readVarUint8Array(decoder));
  return { kind: "presence", batch: { isWhole, entries } };
}

/** Reads a word; null where it is none that this version knows. */
export function readRoomWord(message: Uint8Array): RoomWord | null {
  try {
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case WORD.stored:
        return readStored(decoder);
      case WORD.presence:
        return readPresence(decoder);
      case WORD.askPresence:
        return { kind: "askPresence" };
      default:
        return null;
    }
  } catch {
    return null;
  }
}
