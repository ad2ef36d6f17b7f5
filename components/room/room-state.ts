import type { JourneyMap } from "@/lib/journey/journey-map";
import type { LargeMap } from "./map-size";
import type { Lost } from "./recovery-shelf";
import type { SaveStatus } from "./save-status";

export interface RoomOptions {
  readonly journeyId: string;
  readonly userId: string;
  /** Where the sockets are, without the journey: `wss://host/sync`. */
  readonly address: string;
  /** Where seats are taken where no socket gets through. */
  readonly seats: string;
  /** The build that this page is of; empty where that is not known. */
  readonly build: string;
  /** What the server drew: the state to compare with while nothing was acknowledged yet. */
  readonly initialMap: JourneyMap | null;
  /** Hears of work that the server will not get; `server` is what it is known to have. */
  readonly onLost: (lost: Lost, server: JourneyMap) => void;
  /** Hears that something was written which the server does not have yet. */
  readonly onWork: () => void;
  /** Hears that this document must go. @returns whether another one is begun in its place. */
  readonly onStale: (lost: Lost | null) => boolean;
  /** What the document before this one ended with; counted again when it is known what the server has. */
  readonly lost?: Lost | null;
}

export interface RoomState {
  readonly status: SaveStatus;
  /** Whether the document has been complete in this tab, so that it may be shown and written. */
  readonly isLoaded: boolean;
  /** What the server said last; unknown counts as allowed, the page already asked. */
  readonly canEdit: boolean;
  /** This tab may edit and only looks on, until a place is free. */
  readonly isFull: boolean;
  readonly isUnsaved: boolean;
  /** Whether leaving now could lose something. */
  readonly isAtRisk: boolean;
  /** Why the server ended the connection for good. */
  readonly closedBy: Closed | null;
  /** The build of a server that was updated since this page was opened; null as far as is known. */
  readonly newerBuild: string | null;
  /** Of a map that has grown large. */
  readonly large: LargeMap | null;
}

export function isSameState(a: RoomState, b: RoomState): boolean {
  const keys = Object.keys(a) as (keyof RoomState)[];
  return keys.every((key) => a[key] === b[key]);
}

/** How the server ended a connection for good. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}
