import * as decoding from "lib0/decoding";

/** One client in a presence frame; no state: it is gone. */
interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: object | null;
}

/** Bytes of a whole number as lib0 writes it: seven bits in each. */
function sizeOf(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

/** Writes a whole number as lib0 does; returns where the next byte goes. */
function writeVarUint(into: Buffer, at: number, value: number): number {
  let rest = value;
  let next = at;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
    into[next++] = 0x80 | (rest % 0x80);
  into[next++] = rest;
  return next;
}

/** By hand into one piece of memory: with many pointers around this is done a thousand times a second. */
export function encodeEntry(
  clientId: number,
  clock: number,
  state: object | null,
): Uint8Array {
  const json = JSON.stringify(state);
  const length = Buffer.byteLength(json);
  const bytes = Buffer.allocUnsafe(
    sizeOf(clientId) + sizeOf(clock) + sizeOf(length) + length,
  );
  let at = writeVarUint(bytes, 0, clientId);
  at = writeVarUint(bytes, at, clock);
  at = writeVarUint(bytes, at, length);
  bytes.write(json, at);
  return bytes;
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
