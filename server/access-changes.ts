/** Whose live connections are meant; all that is given must match. */
export interface SeatFilter {
  readonly userId?: string;
  readonly sessionId?: string;
  readonly tokenId?: string;
  readonly workspaceId?: string;
  readonly journeyId?: string;
}

/** What became of someone's access, for everything that stays open: sockets and streams. */
export type AccessChange =
  | {
      readonly kind: "ended";
      readonly filter: SeatFilter;
      /** 4401 identity gone, 4403 access gone, 4404 no such map. */
      readonly code: 4401 | 4403 | 4404;
    }
  | { readonly kind: "changed"; readonly filter: SeatFilter }
  | {
      readonly kind: "links-ended";
      readonly workspaceId: string;
      /** One link, or all of the workspace. */
      readonly linkId?: string;
    };

/** Whether something was done in this process, or another one told us of it. */
export type HeardFrom = "here" | "elsewhere";

type Listener = (change: AccessChange, from: HeardFrom) => void;

// The pages' bundle and the server's are two; who listens in one must hear the other.
const shared = globalThis as { waymarkAccessListeners?: Set<Listener> };
const listeners = () => (shared.waymarkAccessListeners ??= new Set());

/** Hears of every change of access, until the returned function is called. */
export function onAccessChange(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/** Tells whoever keeps connections open that access changed; called after the commit. */
export function announceAccessChange(
  change: AccessChange,
  from: HeardFrom = "here",
): void {
  for (const listener of listeners()) listener(change, from);
}
