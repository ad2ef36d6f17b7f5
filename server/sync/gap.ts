import { CLOSE } from "@/lib/protocol/close-codes";
import { step1Frame } from "./frames";
import type { LiveDocument } from "./live-document";
import type { Seat } from "./seat";
import type { SyncSettings } from "./settings";

/** A seat whose answers never fill its gaps is not listened to for ever. */
const mostGaps = 5;

/** What of a seat waits until the missing part has come, and for how long. */
export interface SeatGap {
  readonly held: Uint8Array[];
  readonly markers: number[];
  bytes: number;
  readonly timer: NodeJS.Timeout;
}

interface Around {
  readonly room: { readonly document: LiveDocument };
  readonly settings: Pick<SyncSettings, "gapMs" | "gapBytes">;
}

/** Keeps frames that build on something missing, and asks for that once. */
export function hold(
  seat: Seat,
  frames: readonly Uint8Array[],
  { room, settings }: Around,
): void {
  const gap = (seat.gap ??= openGap(seat, settings.gapMs));
  if (gap.bytes === 0) seat.send(step1Frame(room.document.stateVector()));
  for (const frame of frames) {
    gap.held.push(frame);
    gap.bytes += frame.length;
  }
  const isTooMuch = gap.bytes > settings.gapBytes || seat.gaps > mostGaps;
  if (isTooMuch) seat.close(CLOSE.outOfStep, "gap");
}

function openGap(seat: Seat, gapMs: number): SeatGap {
  seat.gaps++;
  const timer = setTimeout(() => seat.close(CLOSE.outOfStep, "gap"), gapMs);
  return { held: [], markers: [], bytes: 0, timer };
}

/** Ends the wait of a seat and hands back what was kept. */
export function endGap(seat: Seat): Pick<SeatGap, "held" | "markers"> {
  const gap = seat.gap;
  clearTimeout(gap?.timer);
  seat.gap = null;
  return gap ?? { held: [], markers: [] };
}
