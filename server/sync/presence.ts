import * as decoding from "lib0/decoding";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { PresenceUser } from "@/lib/protocol/presence";
import { colourOf } from "./colour";
import { encodeEntry, readEntry } from "./presence-entry";
import { PresenceFrames, presenceFrame } from "./presence-frames";
import type { PresenceBatch, RoomLine } from "./room-types";
import type { Seat } from "./seat";

const coalesceMs = 1000 / PROTOCOL_LIMITS.presencePerSecond;
/** After a restart many come one after the other: who is new is told with the others who come within this time. */
const arrivalsMs = 200;

interface Entry {
  /** The seat of this node, or the node on which it is. */
  readonly holder: Seat | string;
  readonly userId: string;
  /** Given by the node that holds it. */
  readonly clock: number;
  /** With the clock of this node: whoever is here never sees another's. */
  readonly encoded: Uint8Array;
}

interface Around {
  /** Whether a client id is known to be someone else's. */
  readonly isTaken: (clientId: number, seat: Seat) => boolean;
  readonly line: RoomLine;
  readonly goneMs: number;
  /** Of one state. */
  readonly mostBytes: number;
}

const textIn = new TextDecoder();

export type PresenceVerdict = "ok" | "malformed" | "too_big" | "too_many";

const userOf = ({ sitter }: Seat): PresenceUser => ({
  id: sitter.actor.userId,
  name: sitter.name,
  colour: colourOf(sitter.actor.userId),
  role: sitter.actor.role,
});

interface OwnEntry {
  readonly clientId: number;
  readonly json: string;
}

/** The entry of one client in a frame, or of the first where none is known yet. The others are stepped over. */
function findOwn(
  decoder: decoding.Decoder,
  known: number | undefined,
  mostBytes: number,
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
    if (bytes.length > mostBytes) return "too_big";
    own = { clientId, json: textIn.decode(bytes) };
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
  /** Of those the ones that other nodes have to hear from this one. */
  private readonly changedHere = new Map<number, Uint8Array>();
  /** When each other node was heard last. */
  private readonly nodes = new Map<string, number>();
  private lastClock = 0;
  private flushedAt = 0;
  private timer: NodeJS.Timeout | null = null;
  /** When that rings, on the clock of this process. */
  private dueAt = 0;

  constructor(
    private readonly seats: ReadonlySet<Seat>,
    private readonly around: Around,
  ) {
    if (around.line.isShared) around.line.askPresence();
  }

  /** Other nodes can be heard again: says who is here, and asks who is there. */
  meet(): void {
    this.tellAll();
    if (this.around.line.isShared) this.around.line.askPresence();
  }

  /** Takes what a seat says about itself, after the type of its frame was read. */
  receive(seat: Seat, decoder: decoding.Decoder): PresenceVerdict {
    try {
      const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      const { mostBytes } = this.around;
      const own = findOwn(body, this.ids.get(seat), mostBytes);
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
      ({ holder }) => holder !== seat,
    );
    return presenceFrame(others.map(({ encoded }) => encoded));
  }

  leave(seat: Seat): void {
    const clientId = this.ids.get(seat);
    if (clientId === undefined || this.entries.get(clientId)?.holder !== seat)
      return;
    this.changedHere.set(clientId, this.remove(clientId));
  }

  forget(seat: Seat): void {
    this.leave(seat);
    this.ids.delete(seat);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    const { line } = this.around;
    if (line.isShared) line.tellPresence({ isWhole: true, entries: [] });
  }

  /** Tells other nodes who is here. */
  tellAll(): void {
    const { line } = this.around;
    if (!line.isShared) return;
    const here = [...this.entries.values()].filter(
      ({ holder }) => typeof holder !== "string",
    );
    const entries = here.map(({ encoded }) => encoded);
    line.tellPresence({ isWhole: true, entries });
  }

  /** Tells other nodes that those here still are, and lets go of those on nodes that have fallen silent. */
  beat(): void {
    const before = Date.now() - this.around.goneMs;
    for (const [node, heardAt] of this.nodes) {
      if (heardAt > before) continue;
      this.nodes.delete(node);
      this.keepOnly(node, new Set());
    }
    if (this.ids.size > 0) this.tellAll();
  }

  /** Takes what another node says about those who are there. */
  hear(node: string, { isWhole, entries }: PresenceBatch): void {
    this.nodes.set(node, Date.now());
    const named = new Set<number>();
    for (const encoded of entries) {
      const { clientId, clock, state } = readEntry(encoded);
      named.add(clientId);
      // Whoever comes here from there must be newer here than what they were there.
      this.lastClock = Math.max(this.lastClock, clock);
      if (state) this.setThere(node, { clientId, clock, state });
      else if (this.entries.get(clientId)?.holder === node)
        this.remove(clientId);
    }
    if (isWhole) this.keepOnly(node, named);
  }

  private keepOnly(node: string, clientIds: ReadonlySet<number>): void {
    for (const [clientId, { holder }] of this.entries)
      if (holder === node && !clientIds.has(clientId)) this.remove(clientId);
  }

  private setThere(
    node: string,
    {
      clientId,
      clock,
      state,
    }: { clientId: number; clock: number; state: object },
  ): void {
    const known = this.entries.get(clientId);
    const { id: userId } = (state as { user: PresenceUser }).user;
    // Nobody takes another's place, and of two nodes the one that heard last is right.
    if (known && (known.userId !== userId || known.clock >= clock)) return;
    const encoded = encodeEntry(clientId, this.nextClock(), state);
    this.entries.set(clientId, { holder: node, userId, clock, encoded });
    this.mark(clientId, encoded);
  }

  private remove(clientId: number): Uint8Array {
    const encoded = encodeEntry(clientId, this.nextClock(), null);
    this.entries.delete(clientId);
    this.mark(clientId, encoded);
    return encoded;
  }

  private set(seat: Seat, clientId: number, state: object): void {
    const { userId } = seat.sitter.actor;
    const known = this.entries.get(clientId);
    // The same person's new socket may take over from one that has not noticed its end.
    const isForeign = known && known.userId !== userId;
    if (isForeign || this.around.isTaken(clientId, seat)) return;
    this.ids.set(seat, clientId);
    const clock = this.nextClock();
    const encoded = encodeEntry(clientId, clock, state);
    this.entries.set(clientId, { holder: seat, userId, clock, encoded });
    this.changedHere.set(clientId, encoded);
    this.mark(clientId, encoded, known ? 0 : arrivalsMs);
  }

  /** Greater than any before, also than one that another process gave while a client was there. */
  private nextClock(): number {
    return (this.lastClock = Math.max(this.lastClock + 1, Date.now()));
  }

  /** @param leastMs - how long others may come along at least. */
  private mark(clientId: number, encoded: Uint8Array, leastMs = 0): void {
    this.changed.set(clientId, encoded);
    const now = Date.now();
    const dueAt = Math.max(now + leastMs, this.flushedAt + coalesceMs);
    if (this.timer && this.dueAt <= dueAt) return;
    if (this.timer) clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => this.flush(), Math.max(0, dueAt - now));
  }

  private flush(): void {
    this.timer = null;
    this.flushedAt = Date.now();
    const frames = new PresenceFrames(this.changed);
    for (const seat of this.seats) {
      if (!seat.hasJoined) continue;
      const frame = frames.allBut(this.ids.get(seat));
      if (frame) seat.sendPresence(frame);
    }
    this.changed.clear();
    this.tellChanged();
  }

  private tellChanged(): void {
    const { line } = this.around;
    const entries = [...this.changedHere.values()];
    this.changedHere.clear();
    if (line.isShared && entries.length > 0)
      line.tellPresence({ isWhole: false, entries });
  }
}
