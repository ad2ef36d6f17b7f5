import type { RoomEvent } from "@/lib/protocol/events";
import type { HeardFrom } from "./access-changes";

/** Rows of a workspace that its open maps refer to have changed. */
export interface RowsChanged {
  readonly workspaceId: string;
  readonly event: RoomEvent;
}

type Listener = (change: RowsChanged, from: HeardFrom) => void;

// The pages' bundle and the server's are two; who listens in one must hear the other.
const shared = globalThis as { waymarkRowListeners?: Set<Listener> };
const listeners = () => (shared.waymarkRowListeners ??= new Set());

/** Hears of every change of rows, until the returned function is called. */
export function onRowsChanged(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/** Tells whoever shows maps of the workspace to ask for its rows again; called after the commit. */
export function tellRowsChanged(
  workspaceId: string,
  noun: RoomEvent["noun"],
  id: string | null,
): void {
  const event: RoomEvent = { kind: "rows-changed", noun, id };
  announceRowsChanged({ workspaceId, event }, "here");
}

/** Hands on a change of rows. */
export function announceRowsChanged(
  change: RowsChanged,
  from: HeardFrom,
): void {
  for (const listener of listeners()) listener(change, from);
}
