import type { SeatState } from "@/lib/protocol/extension";

/** What people are told about their work, and nothing finer. */
export type SaveStatus =
  | "connecting"
  | "saved"
  | "saving"
  | "not-saved"
  | "offline"
  | "offline-unkept"
  | "read-only"
  | "full"
  | "full-unsent"
  | "reload";

export interface SaveFacts {
  readonly isConnected: boolean;
  /** Whether the first connection is still being made, so that nothing is known of the server yet. */
  readonly isExpected: boolean;
  /** Whether the document was ever complete in this tab. */
  readonly isLoaded: boolean;
  readonly canEdit: boolean;
  /** Whether the server has no place left to edit from. */
  readonly isFull: boolean;
  readonly seat: SeatState;
  /** Since when something of mine waits for its acknowledgement, in epoch milliseconds. */
  readonly unsavedSince: number | null;
  /** Whether this browser keeps what is written. */
  readonly isKept: boolean;
  /** Whether the server ended the connection for good. */
  readonly isClosed: boolean;
}

/** A server may fall silent without closing, so an answer that is this late counts as none. */
export const SILENCE_MS = 5_000;

/** Saved means acknowledged by the server; an open socket alone says nothing. */
export function saveStatus(facts: SaveFacts, now: number): SaveStatus {
  const { isLoaded, unsavedSince } = facts;
  if (facts.isClosed) return "reload";
  if (!isLoaded) return "connecting";
  const isCut = !facts.isConnected && !facts.isExpected;
  if (isCut) return facts.isKept ? "offline" : "offline-unkept";
  if (!facts.isConnected && unsavedSince === null) return "connecting";
  if (facts.isFull) return unsavedSince === null ? "full" : "full-unsent";
  if (unsavedSince !== null) {
    const isLate = now - unsavedSince >= SILENCE_MS;
    const isRefused = facts.seat === "degraded" || !facts.canEdit;
    return isRefused || isLate ? "not-saved" : "saving";
  }
  return facts.canEdit && facts.seat !== "readonly" ? "saved" : "read-only";
}

/**
 * Whether leaving the page now could lose work or leave others without it. What is kept here and cannot be sent
 * anyway is neither: staying would change nothing.
 */
export const isAtRisk = (status: SaveStatus, isUnsaved: boolean): boolean =>
  isUnsaved && status !== "offline";
