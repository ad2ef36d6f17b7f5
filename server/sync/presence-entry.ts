import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** One client in a presence frame; no state: it is gone. */
interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: object | null;
}

export function encodeEntry(
  clientId: number,
  clock: number,
  state: object | null,
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

/** Reads an entry that a server of ours has made. */
export function readEntry(encoded: Uint8Array): PresenceEntry {
  const decoder = decoding.createDecoder(encoded);
  return {
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as object | null,
  };
}
