import type { SeatState } from "@/lib/protocol/extension";

/** What people are told about their work, and nothing finer. */
export type SaveStatus =
  | "connecting"
  | "saved"
  | "saving"
  | "not-saved"
  | "offline"
  | "read-only"
  | "reload";

export interface SaveFacts {
  readonly isConnected: boolean;
  /** Whether the document was ever complete in this tab. */
  readonly isLoaded: boolean;
  readonly canEdit: boolean;
  readonly seat: SeatState;
  /** Since when something of mine waits for its acknowledgement, in epoch milliseconds. */
  readonly unsavedSince: number | null;
  /** Whether the server ended the connection for good. */
  readonly isClosed: boolean;
}

/** A server may fall silent without closing, so an answer that is this late counts as none. */
export const SILENCE_MS = 5_000;

/** Saved means acknowledged by the server; an open socket alone says nothing. */
export function saveStatus(facts: SaveFacts, now: number): SaveStatus {
  if (facts.isClosed) return "reload";
  if (!facts.isConnected) return facts.isLoaded ? "offline" : "connecting";
  if (!facts.isLoaded) return "connecting";
  if (facts.unsavedSince !== null) {
    const isLate = now - facts.unsavedSince >= SILENCE_MS;
    return facts.seat === "degraded" || isLate ? "not-saved" : "saving";
  }
  return facts.canEdit && facts.seat !== "readonly" ? "saved" : "read-only";
}
