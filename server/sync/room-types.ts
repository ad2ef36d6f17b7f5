import type { Logger } from "pino";
import type { CommandContext } from "@/lib/journey/command";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Touches } from "@/server/activity/map-authors";
import type {
  DocumentLog,
  LogActor,
  LogRow,
  StoredUpdate,
} from "@/server/log/contract";
import type { Budgets } from "./budget";
import type { Seat } from "./seat";
import type { Pace } from "./pace";
import type { SyncSettings } from "./settings";

/** A change by the server itself, on behalf of someone. */
export interface Call {
  readonly actor: LogActor;
  readonly idemKey: string | null;
  readonly op: (ctx: CommandContext) => void;
  readonly settle: (result: CallResult) => void;
}

/** `repeated`: the key was used before, so nothing ran. `gone`: the journey was deleted meanwhile. */
export type CallResult =
  | { readonly kind: "stored" | "repeated"; readonly seq: number }
  | { readonly kind: "failed"; readonly error: unknown }
  /** `full`: the map has no room for it. */
  | { readonly kind: "not_allowed" | "full" | "gone" | "unavailable" };

export interface UpdateItem {
  readonly kind: "update";
  readonly seat: Seat;
  readonly bytes: Uint8Array;
  /** The answer to our question, which may fill a gap. */
  readonly isAnswer: boolean;
}

/** What waits for a room's next turn, in the order of arrival. */
export type RoomItem =
  | UpdateItem
  | { readonly kind: "marker"; readonly seat: Seat; readonly marker: number }
  | { readonly kind: "call"; readonly call: Call }
  /** Asked for when everything applied is stored, so that nothing else is ever shown. */
  | { readonly kind: "answer"; readonly answer: () => void }
  /** The document may not be what the log says. */
  | { readonly kind: "rebuild" };

/** A row on its way into the log, and who needs not hear of it. */
export interface BatchRow {
  readonly row: LogRow;
  readonly seat: Seat | null;
}

/** What one turn brings: everything in it is stored together, then told, then acknowledged. */
export interface Batch {
  readonly rows: BatchRow[];
  readonly markers: Map<Seat, number>;
  readonly calls: { readonly call: Call; readonly result: CallResult | null }[];
  readonly answers: (() => void)[];
  /**
   * It is right only directly behind what the document held: it takes a client id or a key for the first time.
   * Nothing is stored between, and nothing beside it is on its way.
   */
  isAlone: boolean;
}

/** What another node stored: updates after a seq, up to and including another; null where it only says so. */
export interface StoredNews {
  readonly after: number;
  readonly upTo: number;
  readonly rows: readonly StoredUpdate[] | null;
}

/** Who is where on one node: entries as frames carry them. `isWhole`: there is nobody else on it. */
export interface PresenceBatch {
  readonly isWhole: boolean;
  readonly entries: readonly Uint8Array[];
}

/** What a room hears from the rooms of the same journey on other nodes. */
export interface RoomEars {
  hearStored(news: StoredNews): void;
  hearPresence(node: string, batch: PresenceBatch): void;
  hearPresenceAsked(): void;
}

/** What a room says to them. Every word of it may get lost. */
export interface RoomLine {
  /** There may be someone who listens; where not, nothing need be said. */
  readonly isShared: boolean;
  /** Rows of ours are stored, right behind a seq. */
  tellStored(after: number, rows: readonly BatchRow[]): void;
  tellPresence(batch: PresenceBatch): void;
  askPresence(): void;
  close(): void;
}

/** Brings the rows of one journey to what its document holds. */
export interface Projector {
  /** @param touches - tells which things an update of the document changed. */
  project(map: JourneyMap, seq: number, touches: Touches): Promise<void>;
}

/** Keeps what one journey said at a moment, to look at and to return to. */
export interface Versions {
  keep(map: JourneyMap, seq: number): Promise<void>;
}

export interface RoomDeps {
  readonly log: DocumentLog;
  readonly logger: Logger;
  readonly settings: SyncSettings;
  readonly projectorOf: (journeyId: string) => Projector;
  readonly versionsOf: (journeyId: string) => Versions;
  /** What each person may send, over all of their connections. */
  readonly budgets: Budgets;
  /** When rows may be written, over all rooms. */
  readonly pace: Pace;
  readonly lineOf: (journeyId: string, ears: RoomEars) => RoomLine;
  /** Hears of everything that was not taken from someone. */
  readonly onRefusal: (seat: Seat, reason: string) => void;
}
