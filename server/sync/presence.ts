import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE } from "@/lib/protocol/messages";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { PresenceUser } from "@/lib/protocol/presence";
import { colourOf } from "./colour";
import type { Seat } from "./seat";
import { wireFrame } from "./wire-frame";

const coalesceMs = 1000 / PROTOCOL_LIMITS.presencePerSecond;

interface Entry {
  readonly seat: Seat;
  encoded: Uint8Array;
}

export type PresenceVerdict = "ok" | "malformed" | "too_big" | "too_many";

const userOf = ({ sitter }: Seat): PresenceUser => ({
  id: sitter.actor.userId,
  name: sitter.name,
  colour: colourOf(sitter.actor.userId),
  role: sitter.actor.role,
});

function encodeEntry(
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

/** Entries are joined, not encoded again: everybody who moved gets a frame of their own, twenty times a second. */
function frameOf(entries: readonly Uint8Array[]): Buffer {
  let bytes = 0;
  for (const { length } of entries) bytes += length;
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, MESSAGE.presence);
  const count = encoding.createEncoder();
  encoding.writeVarUint(count, entries.length);
  encoding.writeVarUint(head, bytes + encoding.length(count));
  return wireFrame(
    Buffer.concat([
      encoding.toUint8Array(head),
      encoding.toUint8Array(count),
      ...entries,
    ]),
  );
}

interface OwnEntry {
  readonly clientId: number;
  readonly json: string;
}

/** The entry of one client in a frame, or of the first where none is known yet. The others are stepped over. */
function findOwn(
  decoder: decoding.Decoder,
  known: number | undefined,
): OwnEntry | PresenceVerdict {
  const count = decoding.readVarUint(decoder);
  if (count > PROTOCOL_LIMITS.presenceIds) return "too_many";
  let own: OwnEntry | null = null;
  for (let at = 0; at < count; at++) {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const isOwn = known === undefined ? at === 0 : clientId === known;
    const bytes = decoding.readVarUint8Array(decoder);
    if (!isOwn) continue;
    if (bytes.length > PROTOCOL_LIMITS.presenceBytes) return "too_big";
    own = { clientId, json: new TextDecoder().decode(bytes) };
  }
  return own ?? "ok";
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Who is where in one room. Not the stock class: that one trusts ids and names, echoes a client's own state
 * back over it, and leaves ghosts of clients that return.
 */
export class PresenceRegistry {
  private readonly entries = new Map<number, Entry>();
  private readonly ids = new Map<Seat, number>();
  private readonly changed = new Map<number, Uint8Array>();
  private lastClock = 0;
  private flushedAt = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly seats: ReadonlySet<Seat>,
    /** Whether a client id is known to be someone else's. */
    private readonly isTaken: (clientId: number, seat: Seat) => boolean,
  ) {}

  /** Takes what a seat says about itself, after the type of its frame was read. */
  receive(seat: Seat, decoder: decoding.Decoder): PresenceVerdict {
    try {
      const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      const own = findOwn(body, this.ids.get(seat));
      if (typeof own === "string") return own;
      const state: unknown = JSON.parse(own.json);
      if (state === null) this.leave(seat);
      else if (isObject(state))
        this.set(seat, own.clientId, { ...state, user: userOf(seat) });
      return "ok";
    } catch {
      return "malformed";
    }
  }

  /** Everybody but the one who asks. */
  frameFor(seat: Seat): Buffer {
    const others = [...this.entries.values()].filter(
      (entry) => entry.seat !== seat,
    );
    return frameOf(others.map(({ encoded }) => encoded));
  }

  leave(seat: Seat): void {
    const clientId = this.ids.get(seat);
    if (clientId === undefined || this.entries.get(clientId)?.seat !== seat)
      return;
    this.entries.delete(clientId);
    this.mark(clientId, encodeEntry(clientId, this.nextClock(), null));
  }

  forget(seat: Seat): void {
    this.leave(seat);
    this.ids.delete(seat);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private set(seat: Seat, clientId: number, state: object): void {
    const holder = this.entries.get(clientId)?.seat;
    // The same person's new socket may take over from one that has not noticed its end.
    const isForeign =
      holder && holder.sitter.actor.userId !== seat.sitter.actor.userId;
    if (isForeign || this.isTaken(clientId, seat)) return;
    this.ids.set(seat, clientId);
    const encoded = encodeEntry(clientId, this.nextClock(), state);
    this.entries.set(clientId, { seat, encoded });
    this.mark(clientId, encoded);
  }

  /** Greater than any before, also than one that another process gave while a client was there. */
  private nextClock(): number {
    return (this.lastClock = Math.max(this.lastClock + 1, Date.now()));
  }

  private mark(clientId: number, encoded: Uint8Array): void {
    this.changed.set(clientId, encoded);
    if (this.timer) return;
    const wait = Math.max(0, this.flushedAt + coalesceMs - Date.now());
    this.timer = setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    this.timer = null;
    this.flushedAt = Date.now();
    const all = frameOf([...this.changed.values()]);
    for (const seat of this.seats) {
      if (!seat.hasJoined) continue;
      const own = this.ids.get(seat);
      const isAboutOwn = own !== undefined && this.changed.has(own);
      if (!isAboutOwn) seat.sendPresence(all);
      else if (this.changed.size > 1) seat.sendPresence(this.frameWithout(own));
    }
    this.changed.clear();
  }

  private frameWithout(own: number): Buffer {
    const others: Uint8Array[] = [];
    for (const [clientId, encoded] of this.changed)
      if (clientId !== own) others.push(encoded);
    return frameOf(others);
  }
}
