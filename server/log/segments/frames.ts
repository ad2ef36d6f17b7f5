import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { AppError } from "@/server/errors";
import type { Blob } from "../blob";
import type { LogActor } from "../contract";

/** One change with everything that the log knows of it, its bytes as they rested there. */
export interface PackedChange {
  readonly seq: number;
  readonly epoch: number;
  readonly at: Date;
  readonly actor: LogActor;
  readonly connId: string;
  readonly clientIds: readonly number[];
  readonly idemKey: string | null;
  readonly blob: Blob;
}

const formatVersion = 1;

function writeChange(encoder: encoding.Encoder, change: PackedChange): void {
  const { seq, epoch, at, actor, connId, clientIds, idemKey, blob } = change;
  encoding.writeVarUint(encoder, seq);
  encoding.writeVarUint(encoder, epoch);
  encoding.writeVarUint(encoder, at.getTime());
  encoding.writeVarString(encoder, actor.kind);
  encoding.writeVarString(encoder, actor.id);
  encoding.writeVarString(encoder, connId);
  encoding.writeVarUint(encoder, clientIds.length);
  for (const id of clientIds) encoding.writeVarUint(encoder, id);
  encoding.writeVarString(encoder, idemKey ?? "");
  encoding.writeVarUint(encoder, blob.codec);
  encoding.writeVarUint(encoder, blob.crc32c);
  encoding.writeVarUint8Array(encoder, blob.data);
}

function readChange(decoder: decoding.Decoder): PackedChange {
  const seq = decoding.readVarUint(decoder);
  const epoch = decoding.readVarUint(decoder);
  const at = new Date(decoding.readVarUint(decoder));
  const kind = decoding.readVarString(decoder) as LogActor["kind"];
  const actor = { kind, id: decoding.readVarString(decoder) };
  const connId = decoding.readVarString(decoder);
  const clientIds = Array.from({ length: decoding.readVarUint(decoder) }, () =>
    decoding.readVarUint(decoder),
  );
  const idemKey = decoding.readVarString(decoder) || null;
  const codec = decoding.readVarUint(decoder);
  const crc32c = decoding.readVarUint(decoder);
  const data = Buffer.from(decoding.readVarUint8Array(decoder));
  const blob = { codec, crc32c, data };
  return { seq, epoch, at, actor, connId, clientIds, idemKey, blob };
}

/** Changes one behind the other, in the order in which they were stored. */
export function encodeChanges(changes: readonly PackedChange[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, formatVersion);
  encoding.writeVarUint(encoder, changes.length);
  for (const change of changes) writeChange(encoder, change);
  return encoding.toUint8Array(encoder);
}

/**
 * The changes that were encoded.
 *
 * @throws AppError `blob_damaged`.
 */
export function decodeChanges(bytes: Uint8Array): PackedChange[] {
  try {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== formatVersion)
      throw new Error("not of a format that is known here");
    const changes = Array.from({ length: decoding.readVarUint(decoder) }, () =>
      readChange(decoder),
    );
    if (decoding.hasContent(decoder)) throw new Error("goes on after its end");
    return changes;
  } catch (cause) {
    throw new AppError("blob_damaged", `a segment: ${String(cause)}`, {
      cause,
    });
  }
}
