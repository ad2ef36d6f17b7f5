import * as encoding from "lib0/encoding";
import { MESSAGE } from "@/lib/protocol/messages";
import { wireHeader } from "./wire-frame";

/** One frame of the wire that holds so many entries, which lie one behind the other in the parts. */
function frameOf(count: number, parts: readonly Uint8Array[]): Buffer {
  let bytes = 0;
  for (const { length } of parts) bytes += length;
  const counted = encoding.createEncoder();
  encoding.writeVarUint(counted, count);
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, MESSAGE.presence);
  encoding.writeVarUint(head, bytes + encoding.length(counted));
  encoding.writeUint8Array(head, encoding.toUint8Array(counted));
  const opening = encoding.toUint8Array(head);
  return Buffer.concat([wireHeader(opening.length + bytes), opening, ...parts]);
}

/** A frame with all of these entries. */
export const presenceFrame = (entries: readonly Uint8Array[]): Buffer =>
  frameOf(entries.length, entries);

/**
 * The frames of one round. Entries are joined once, not for each receiver: everybody who moved gets a frame of
 * their own, twenty times a second, and that is this one without a piece in the middle.
 */
export class PresenceFrames {
  private readonly joined: Buffer;
  private readonly starts = new Map<number, number>();
  private whole: Buffer | null = null;

  constructor(private readonly changed: ReadonlyMap<number, Uint8Array>) {
    this.joined = Buffer.concat([...changed.values()]);
    let at = 0;
    for (const [clientId, { length }] of changed) {
      this.starts.set(clientId, at);
      at += length;
    }
  }

  all(): Buffer {
    this.whole ??= frameOf(this.changed.size, [this.joined]);
    return this.whole;
  }

  /** Without what is said of one client; null where nothing else is said. */
  allBut(clientId: number | undefined): Buffer | null {
    const start =
      clientId === undefined ? undefined : this.starts.get(clientId);
    if (clientId === undefined || start === undefined) return this.all();
    const others = this.changed.size - 1;
    if (others === 0) return null;
    const end = start + (this.changed.get(clientId)?.length ?? 0);
    const parts = [this.joined.subarray(0, start), this.joined.subarray(end)];
    return frameOf(others, parts);
  }
}
