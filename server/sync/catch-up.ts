import * as Y from "yjs";
import { CLOSE } from "@/lib/protocol/close-codes";
import type { DocumentLog } from "@/server/log/contract";
import { updateFrame } from "./frames";
import type { Seat } from "./seat";

/** A frame for each update would cost more than the updates; merging many costs more than sending them. */
const rowsPerFrame = 50;
const rowsPerRead = 500;
/** Above this the document itself is the shorter answer. */
const mostRows = 2_000;

/** What catching up sees of a room. */
interface Followed {
  readonly journeyId: string;
  readonly durableSeq: number;
  readonly isGone: boolean;
  /** Gives a seat the document as if it had just come. */
  join(seat: Seat, stateVector: Uint8Array): void;
}

/** The state vector of an empty document. */
const nothing = new Uint8Array([0]);

async function sendRows(
  seat: Seat,
  { room, log }: { room: Followed; log: DocumentLog },
): Promise<void> {
  const after = seat.sentSeq;
  const upTo = Math.min(room.durableSeq, after + rowsPerRead);
  const rows = await log.readUpdates(room.journeyId, { after, upTo });
  for (let at = 0; at < rows.length; at += rowsPerFrame) {
    if (!seat.takesUpdates) return;
    const part = rows.slice(at, at + rowsPerFrame);
    seat.send(updateFrame(Y.mergeUpdates(part.map(({ data }) => data))));
    seat.sentSeq = after + at + part.length;
  }
}

/**
 * Gives a seat that read too slowly, and has read everything by now, what it missed: from the log.
 *
 * @returns `full` when it has to read that first.
 */
export async function catchUp(
  seat: Seat,
  { room, log }: { room: Followed; log: DocumentLog },
): Promise<"full" | "over"> {
  try {
    while (!room.isGone && seat.isBehind) {
      if (room.durableSeq - seat.sentSeq > mostRows) {
        room.join(seat, nothing);
        break;
      }
      if (seat.sentSeq < room.durableSeq) await sendRows(seat, { room, log });
      // Nothing was stored since the last read, so what is told next follows on it.
      if (seat.sentSeq === room.durableSeq) seat.follow(seat.sentSeq);
      else if (!seat.takesUpdates) return "full";
    }
  } catch {
    // The log cannot be read just now. Syncing from the start heals it.
    seat.end(CLOSE.outOfStep, "behind");
  }
  return "over";
}
