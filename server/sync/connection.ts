import * as decoding from "lib0/decoding";
import { readMarker } from "@/lib/protocol/extension";
import { CLOSE, NOT_EDITOR } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { permissionDeniedFrame } from "./frames";
import { guardUpdate } from "./guard";
import type { Room } from "./room";
import type { RoomDeps } from "./room-types";
import type { Seat } from "./seat";
import type { Budget } from "./budget";
import { seatBudget } from "./budgets-of";

/** A viewer's client that goes on sending edits after it was told is not a stock client. */
const mostDenied = 3;
/** Who sends more than the map takes is read again after so long. */
const breathMs = 100;

/** Reads the frames of one seat, in order, and hands them to its room. */
export class Connection {
  private denied = 0;
  private readonly budget: Budget;

  constructor(
    private readonly seat: Seat,
    private readonly room: Room,
    private readonly deps: RoomDeps,
  ) {
    this.budget = seatBudget(deps.settings, Date.now());
  }

  receive(frame: Uint8Array): void {
    const { seat } = this;
    const now = Date.now();
    seat.heardAt = now;
    if (seat.isEnding) return;
    const { userId } = seat.sitter.actor;
    const { length } = frame;
    if (
      !this.budget.take(length, now) ||
      !this.deps.budgets.take(userId, length, now)
    ) {
      this.deps.onRefusal(seat, "too_fast");
      return seat.end(CLOSE.tooFast, "too_fast");
    }
    // Nobody alone is to blame for what all send to one map: it is read more slowly, and nothing is lost.
    if (!this.room.budget.take(length, now)) seat.rest(breathMs);
    try {
      this.read(decoding.createDecoder(frame));
    } catch {
      // It ended too early: lib0 throws before it reads past the end.
      this.refuse("malformed");
    }
  }

  private read(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return this.readSync(decoder);
      case MESSAGE.presence:
        return this.readPresence(decoder);
      case MESSAGE.queryPresence:
        return this.seat.sendPresence(this.room.presence.frameFor(this.seat));
      case MESSAGE.extension:
        return this.readExtension(decoder);
      default:
        return this.refuse("unknown_message");
    }
  }

  private readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (decoding.hasContent(decoder)) return this.refuse("malformed");
    switch (kind) {
      case SYNC.step1:
        return this.readStep1(bytes);
      case SYNC.step2:
        // Every stock client answers our question with one, a viewer's as well; it is dropped in silence.
        return this.seat.canEdit ? this.readUpdate(bytes, true) : undefined;
      case SYNC.update:
        return this.seat.canEdit ? this.readUpdate(bytes, false) : this.deny();
      default:
        return this.refuse("unknown_message");
    }
  }

  private readStep1(stateVector: Uint8Array): void {
    const { updateBytes } = this.deps.settings;
    if (stateVector.length > updateBytes)
      return this.seat.close(CLOSE.tooBig, "state_vector");
    const clients = clientsIn(stateVector);
    if (!clients) return this.refuse("malformed");
    if (!this.seat.namesEpoch && this.isOfOtherHistory(clients))
      return this.seat.close(CLOSE.otherEpoch, "unknown_clients");
    this.room.join(this.seat, stateVector);
  }

  /** A copy of a history that ended holds clients of which this one has never heard. */
  private isOfOtherHistory(clients: readonly number[]): boolean {
    const { epoch, document } = this.room;
    return epoch > 1 && clients.some((id) => !document.knows(id));
  }

  private readUpdate(bytes: Uint8Array, isAnswer: boolean): void {
    const { updateBytes, firstSyncBytes } = this.deps.settings;
    const mostBytes = isAnswer ? firstSyncBytes : updateBytes;
    if (bytes.length > mostBytes) {
      this.deps.onRefusal(this.seat, "too_big");
      return this.seat.close(CLOSE.tooBig, isAnswer ? "first_sync" : "update");
    }
    // What most answers to our question are of those who come back. In a gap any answer ends the wait.
    if (isAnswer && holdsNothing(bytes) && !this.seat.gap) return;
    const verdict = guardUpdate(
      bytes,
      isAnswer ? bytes.length : PROTOCOL_LIMITS.updateClients,
    );
    if (verdict !== "ok") return this.refuse(verdict);
    this.room.push({ kind: "update", seat: this.seat, bytes, isAnswer });
  }

  private readPresence(decoder: decoding.Decoder): void {
    const verdict = this.room.presence.receive(this.seat, decoder);
    if (verdict !== "ok")
      this.refuse(verdict === "malformed" ? verdict : `presence_${verdict}`);
  }

  private readExtension(decoder: decoding.Decoder): void {
    const marker = readMarker(decoder);
    if (marker === null) return this.refuse("unknown_message");
    this.room.push({ kind: "marker", seat: this.seat, marker });
  }

  private deny(): void {
    // Who waits for a place may well edit, and sends it all again from there.
    if (this.seat.isWaiting)
      return this.seat.send(permissionDeniedFrame("map_full"));
    this.denied++;
    this.deps.onRefusal(this.seat, NOT_EDITOR);
    if (this.denied >= mostDenied)
      return this.seat.close(CLOSE.accessGone, NOT_EDITOR);
    this.seat.send(permissionDeniedFrame(NOT_EDITOR));
  }

  private refuse(reason: string): void {
    this.deps.onRefusal(this.seat, reason);
    const isGarbage = reason === "malformed" || reason === "unknown_message";
    this.seat.close(isGarbage ? CLOSE.protocol : CLOSE.refused, reason);
  }
}

/** Whether an update brings nothing and deletes nothing. */
const holdsNothing = (bytes: Uint8Array): boolean =>
  bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;

/** The clients that a state vector names; null where it is none. Nothing is built before it was walked. */
function clientsIn(bytes: Uint8Array): number[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    const clients: number[] = [];
    for (let at = 0; at < count; at++) {
      clients.push(decoding.readVarUint(decoder));
      decoding.readVarUint(decoder);
    }
    return decoding.hasContent(decoder) ? null : clients;
  } catch {
    return null;
  }
}
