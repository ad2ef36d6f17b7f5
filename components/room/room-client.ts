import type * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { createLiveMap } from "@/lib/journey/live-map";
import { createUndoStack } from "@/lib/journey/undo";
import { closeAction } from "@/lib/protocol/close-codes";
import type { RoomEvent } from "@/lib/protocol/events";
import { encodeMarker, readServerExtension } from "@/lib/protocol/extension";
import type { SeatState, ServerExtension } from "@/lib/protocol/extension";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { forgetCopy, keepCopy, keptEpoch } from "./device-copy";
import type { DeviceCopy } from "./device-copy";
import { PresenceBook } from "./presence-book";
import { recoveryCopy } from "./recovery-copy";
import type { RecoveryCopy } from "./recovery-copy";
import { SILENCE_MS, saveStatus } from "./save-status";
import type { SaveStatus } from "./save-status";

export interface RoomOptions {
  readonly journeyId: string;
  readonly userId: string;
  /** Where the sockets are, without the journey: `wss://host/sync`. */
  readonly address: string;
  /** What the server drew: the state to compare with while nothing was acknowledged yet. */
  readonly initialMap: JourneyMap | null;
}

export interface RoomState {
  readonly status: SaveStatus;
  /** Whether the document has been complete in this tab, so that it may be shown and written. */
  readonly isLoaded: boolean;
  /** What the server said last; unknown counts as allowed, the page already asked. */
  readonly canEdit: boolean;
  readonly isUnsaved: boolean;
  /** Why the server ended the connection for good. */
  readonly closedBy: number | null;
  readonly recovery: RecoveryCopy | null;
}

/** Two frames a keystroke would be one too many; the answer may be this much later. */
const MARKER_DELAY_MS = 80;

/** How long a copy on this device waits for the server before it is shown by itself. */
const PATIENCE_MS = 3_000;

/** One tab's seat in the live document of one journey: stock provider, and what it does not do. */
export class RoomClient {
  readonly doc = new Y.Doc();
  /** Marks the transactions of this tab; one object, because identity is what undo compares. */
  readonly origin = { tab: "this" };
  readonly undo = createUndoStack();
  readonly live = createLiveMap(this.doc);
  readonly provider: WebsocketProvider;
  readonly presence: PresenceBook;

  private state: RoomState = {
    status: "connecting",
    isLoaded: false,
    canEdit: true,
    isUnsaved: false,
    closedBy: null,
    recovery: null,
  };
  private seat: SeatState = "ok";
  private unsavedSince: number | null = null;
  private marker = 0;
  private isMarkerStale = false;
  private saved: JourneyMap | null;
  private copy: DeviceCopy | null = null;
  private markerTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private patienceTimer: ReturnType<typeof setTimeout> | undefined;
  private isDestroyed = false;
  private readonly listeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: RoomEvent) => void>();

  constructor(private readonly options: RoomOptions) {
    this.saved = options.initialMap;
    const epoch = keptEpoch(options);
    this.provider = new WebsocketProvider(
      options.address,
      options.journeyId,
      this.doc,
      {
        connect: false,
        // Keyed by address alone, so what a viewer's tab writes would reach an editor's and be uploaded there.
        disableBc: true,
        params: {
          ext: "1",
          ...(epoch === null ? {} : { epoch: String(epoch) }),
        },
      },
    );
    this.presence = new PresenceBook(this.provider.awareness);
    this.listen();
    if (epoch === null) this.provider.connect();
    else void this.openCopy(epoch);
  }

  readonly getState = (): RoomState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Rows beside the document changed. */
  readonly onEvent = (listener: (event: RoomEvent) => void): (() => void) => {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  };

  destroy(): void {
    this.isDestroyed = true;
    clearTimeout(this.patienceTimer);
    clearTimeout(this.markerTimer);
    clearTimeout(this.silenceTimer);
    this.presence.destroy();
    this.provider.destroy();
    void this.copy?.persistence.destroy();
    this.live.destroy();
    this.doc.destroy();
    this.listeners.clear();
  }

  private listen(): void {
    const { provider } = this;
    provider.on("status", ({ status }) => {
      if (status === "disconnected") this.isMarkerStale = true;
      this.refresh();
    });
    provider.on("sync", (isSynced) => {
      if (isSynced) this.handleSynced();
    });
    provider.on("closed", ({ code }) => this.handleClosed(code));
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && origin !== this.copy?.persistence)
        this.handleOwnChange();
    });
    this.listenToFrames();
  }

  private listenToFrames(): void {
    const { messageHandlers } = this.provider;
    const sync = messageHandlers[MESSAGE.sync];
    messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      const isQuestion = peek(decoder) === SYNC.step1;
      sync?.(encoder, decoder, ...rest);
      // The answer, with everything the server lacks, leaves right after this handler; then ask whether it is stored.
      if (isQuestion) queueMicrotask(() => this.sendMarker());
    };
    messageHandlers[MESSAGE.extension] = (_encoder, decoder) => {
      const message = readServerExtension(decoder);
      if (message) this.handleExtension(message);
    };
  }

  private handleExtension(message: ServerExtension): void {
    switch (message.kind) {
      case "ack":
        return this.handleAck(message.marker);
      case "state":
        this.seat = message.state;
        return this.refresh();
      case "event":
        return this.eventListeners.forEach((listener) =>
          listener(message.event),
        );
      case "hello":
        this.provider.params = {
          ...this.provider.params,
          epoch: String(message.hello.epoch),
        };
        this.copy ??= keepCopy(this.doc, this.options, message.hello.epoch);
        return this.refresh({ canEdit: message.hello.canEdit });
      case "reset":
        // The close that follows at once says the same.
        return;
    }
  }

  /**
   * Brings back what this browser kept. It is only shown once the server turns out to be away: most of the time
   * it is older than what the page was drawn with.
   */
  private async openCopy(epoch: number): Promise<void> {
    this.copy = keepCopy(this.doc, this.options, epoch);
    await this.copy?.loaded;
    if (this.isDestroyed) return;
    if (this.copy && this.doc.store.clients.size > 0) {
      // It may hold work that never reached the server; only an acknowledgement tells.
      this.unsavedSince = Date.now();
      this.patienceTimer = setTimeout(() => this.showCopy(), PATIENCE_MS);
      this.provider.on("connection-error", () => this.showCopy());
    }
    this.provider.connect();
  }

  private showCopy(): void {
    clearTimeout(this.patienceTimer);
    if (this.copy && !this.state.isLoaded) this.refresh({ isLoaded: true });
  }

  private handleSynced(): void {
    clearTimeout(this.patienceTimer);
    if (this.unsavedSince === null) this.saved = this.live.get();
    this.refresh({ isLoaded: true });
  }

  private handleOwnChange(): void {
    this.isMarkerStale = true;
    this.unsavedSince ??= Date.now();
    this.markerTimer ??= setTimeout(() => this.sendMarker(), MARKER_DELAY_MS);
    this.refresh();
  }

  private sendMarker(): void {
    clearTimeout(this.markerTimer);
    this.markerTimer = undefined;
    const { ws, wsconnected } = this.provider;
    if (!ws || !wsconnected) return;
    this.marker += 1;
    this.isMarkerStale = false;
    ws.send(encodeMarker(this.marker).slice());
  }

  private handleAck(marker: number): void {
    if (marker !== this.marker || this.isMarkerStale) return;
    this.unsavedSince = null;
    this.saved = this.live.get();
    this.refresh();
  }

  private handleClosed(code: number): void {
    const isLost = closeAction(code) === "reset";
    const recovery =
      isLost && this.unsavedSince !== null && this.saved
        ? recoveryCopy(this.saved, this.live.get())
        : null;
    if (isLost) void forgetCopy(this.copy, this.options);
    this.refresh({ closedBy: code, recovery });
  }

  private refresh(change: Partial<RoomState> = {}): void {
    const next = { ...this.state, ...change };
    const now = Date.now();
    const status = saveStatus(
      {
        isConnected: this.provider.wsconnected,
        isLoaded: next.isLoaded,
        canEdit: next.canEdit,
        seat: this.seat,
        unsavedSince: this.unsavedSince,
        isClosed: next.closedBy !== null,
      },
      now,
    );
    this.watchSilence(status, now);
    const isUnsaved = this.unsavedSince !== null;
    const before = this.state;
    if (!isSame(before, { ...next, status, isUnsaved })) {
      this.state = { ...next, status, isUnsaved };
      for (const listener of this.listeners) listener();
    }
  }

  private watchSilence(status: SaveStatus, now: number): void {
    clearTimeout(this.silenceTimer);
    if (status !== "saving" || this.unsavedSince === null) return;
    const rest = this.unsavedSince + SILENCE_MS - now;
    this.silenceTimer = setTimeout(() => this.refresh(), rest);
  }
}

function peek(decoder: decoding.Decoder): number | undefined {
  return decoder.arr[decoder.pos];
}

function isSame(a: RoomState, b: RoomState): boolean {
  const keys = Object.keys(a) as (keyof RoomState)[];
  return keys.every((key) => a[key] === b[key]);
}
