import type { Batch, CallResult, RoomItem } from "./room-types";

/** Tells who changed the document through the server what came of it. */
export function settleCalls(batch: Batch, otherwise: CallResult): void {
  for (const { call, result } of batch.calls) call.settle(result ?? otherwise);
}

/** Says no to what waited in a room that is gone. */
export function turnAway(item: RoomItem): void {
  if (item.kind === "call") item.call.settle({ kind: "unavailable" });
  if (item.kind === "answer") item.answer();
}
