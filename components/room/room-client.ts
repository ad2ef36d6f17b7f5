// Longer than most: what the stock provider does not do is one life of one connection, and its parts have files of their own.
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { isKeptPage } from "@/components/kept/is-kept-page";
import { writesInRooms } from "@/lib/access/room-writers";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { createLiveMap, type LiveMap } from "@/lib/journey/live-map";
import { createUndoStack } from "@/lib/journey/undo";
import { isOtherBuild } from "@/lib/protocol/build";
import {
  CLOSE,
  closeAction,
  ENDED_ON_PURPOSE,
  mayReturn,
} from "@/lib/protocol/close-codes";
import type { RoomEvent } from "@/lib/protocol/events";
import { encodeMarker } from "@/lib/protocol/extension";
import type {
  Hello,
  SeatState,
  ServerExtension,
} from "@/lib/protocol/extension";
import { AfterPaint } from "./after-paint";
import { DeviceCopy } from "./device-copy";
import { keptEpoch } from "./device-store";
import { handOverWhenPainted } from "./hand-over";
import { Line } from "./line";
import { MapSize } from "./map-size";
import { newId } from "./new-id";
import { PresenceBook } from "./presence-book";
import { isSameState, type Closed } from "./room-state";
import type { RoomOptions, RoomState } from "./room-state";
import { listenToFrames } from "./room-frames";
import type { Lost } from "./recovery-shelf";
import { isAtRisk, SILENCE_MS, saveStatus } from "./save-status";
import type { SaveStatus } from "./save-status";
import { SocketChoice } from "./socket-choice";
import { Unsaved } from "./unsaved";

/** Two frames a keystroke would be one too many; the answer may be this much later. */
const MARKER_DELAY_MS = 80;

/** How long a copy on this device waits for the server before it is shown by itself. */
const PATIENCE_MS = 3_000;

/** After these the map can be had anew from the server at once. */
const restarts: ReadonlySet<number> = new Set([
  CLOSE.refused,
  CLOSE.otherEpoch,
  CLOSE.tooBig,
]);

/** One tab's seat in the live document of one journey: stock provider, and what it does not do. */
export class RoomClient {
  /** With a client id of its own for each load: one that is used twice makes replicas differ for ever. */
  readonly doc = new Y.Doc();
  /** Marks the transactions of this tab; one object, because identity is what undo compares. */
  readonly origin = { tab: "this" };
  readonly undo = createUndoStack();
  readonly live: LiveMap;
  readonly provider: WebsocketProvider;
  readonly presence: PresenceBook;

  private state: RoomState = {
    status: "connecting",
    isLoaded: false,
    canEdit: true,
    isFull: false,
    isUnsaved: false,
    isAtRisk: false,
    closedBy: null,
    newerBuild: null,
    large: null,
  };
  private seat: SeatState = "ok";
  private readonly unsaved = new Unsaved();
  /** Whether this connection has been given everything, so that an answer covers it. */
  private hasGivenAll = false;
  /** Until the first connection stands or fails: a map that is open early is not offline. */
  private isExpected = true;
  /** What the server has, as far as it said so. */
  private saved: JourneyMap | null;
  private copy: DeviceCopy | null = null;
  private readonly choice: SocketChoice;
  private readonly painted = new AfterPaint();
  private readonly handOver: () => void;
  private readonly line: Line;
  private readonly size: MapSize;
  private markerTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private patienceTimer: ReturnType<typeof setTimeout> | undefined;
  private isDestroyed = false;
  private hasAskedToPersist = false;
  private readonly listeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: RoomEvent) => void>();

  constructor(private readonly options: RoomOptions) {
    this.saved = options.initialMap;
    this.live = createLiveMap(this.doc, options.initialMap, this.painted.ask);
    const epoch = keptEpoch(options);
    this.choice = new SocketChoice({
      seats: options.seats,
      isCurrent: (socket) => this.provider.ws === socket,
    });
    this.provider = this.createProvider(epoch);
    this.handOver = handOverWhenPainted(this.provider, this.painted);
    this.presence = new PresenceBook(this.provider.awareness);
    this.line = new Line(this.provider, this.choice, {
      ask: () => this.sendMarker(),
      onChange: () => this.refresh(),
      onReturn: () => this.returnIfPossible(),
    });
    this.size = new MapSize(this.doc, (large) => this.refresh({ large }));
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
    this.line.stop();
    this.size.stop();
    this.handOver();
    this.painted.stop();
    this.provider.destroy();
    this.choice.stop();
    void this.copy?.close();
    this.live.destroy();
    this.doc.destroy();
    this.listeners.clear();
  }

  private createProvider(epoch: number | null): WebsocketProvider {
    const { address, journeyId, userId } = this.options;
    return new WebsocketProvider(address, journeyId, this.doc, {
      connect: false,
      // Keyed by address alone, so what a viewer's tab writes would reach an editor's and be uploaded there.
      disableBc: true,
      WebSocketPolyfill: this.choice.Socket,
      params: {
        ext: "1",
        as: userId,
        ...(epoch === null ? {} : { epoch: String(epoch) }),
      },
    });
  }

  private listen(): void {
    const { provider } = this;
    provider.on("status", ({ status }) => {
      if (status === "connected") this.isExpected = false;
      this.refresh();
    });
    provider.on("connection-close", () => {
      this.isExpected = false;
      this.hasGivenAll = false;
      this.unsaved.forgetQuestions();
      this.copy?.keepNow();
    });
    provider.on("sync", (isSynced) => {
      if (isSynced) this.handleSynced();
    });
    provider.on("closed", ({ code, reason }) =>
      this.handleClosed(code, reason),
    );
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && origin !== this.copy?.persistence)
        this.handleOwnChange();
    });
    listenToFrames(provider, {
      onHeard: () => this.line.noteHeard(),
      onGiven: () => this.handleGiven(),
      onExtension: (message) => this.handleExtension(message),
    });
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
        return this.handleHello(message.hello);
      case "reset":
        // The close that follows at once says the same.
        return;
    }
  }

  private handleHello(hello: Hello): void {
    const { epoch, role, canEdit, build, isFull = false } = hello;
    const { provider } = this;
    this.size.limit(hello.limits);
    const isUpdated = isOtherBuild(this.options.build, build);
    this.refresh({ newerBuild: (isUpdated && build) || null });
    provider.params = { ...provider.params, epoch: String(epoch) };
    this.seat = "ok";
    if (!canEdit && !writesInRooms(role) && this.unsaved.since !== null) {
      // The server drops what this seat sends, so it has to be taken care of here.
      provider.disconnect();
      return this.startAnew({ code: CLOSE.roleChanged, reason: "" });
    }
    this.copy ??= this.keepCopy(epoch);
    void this.copy?.loaded.then(() => this.refresh());
    this.refresh({ canEdit, isFull });
  }

  private keepCopy(epoch: number): DeviceCopy | null {
    const keeping = { epoch, isReachable: () => this.line.isOpen };
    return DeviceCopy.keep(this.provider, this.options, keeping);
  }

  /**
   * Brings back what this browser kept. Where it is older than what the page was drawn with it is only shown once
   * the server turns out to be away; a page that was kept was drawn before its copy was written last.
   */
  private async openCopy(epoch: number): Promise<void> {
    this.copy = this.keepCopy(epoch);
    await this.copy?.loaded;
    const base = await this.copy?.unsentSince().catch(() => null);
    if (this.isDestroyed) return;
    if (base) this.unsaved.note(Date.now());
    this.saved = base ?? this.saved;
    // What was kept is what the page was drawn with, so nobody has to wait for the server to say the same.
    if (this.copy?.isKept && this.isAsDrawn()) this.showCopy();
    if (this.copy?.isKept && this.doc.store.clients.size > 0) {
      if (!base && isKeptPage()) this.saved = this.live.get();
      const wait = navigator.onLine === false ? 0 : PATIENCE_MS;
      this.patienceTimer = setTimeout(() => this.expectNothing(), wait);
      this.provider.on("connection-error", () => this.expectNothing());
    }
    this.provider.connect();
  }

  /** The server is away, as far as can be told. */
  private expectNothing(): void {
    this.isExpected = false;
    this.showCopy();
    this.refresh();
  }

  private isAsDrawn(): boolean {
    const { initialMap } = this.options;
    return initialMap !== null && this.live.get() === initialMap;
  }

  private showCopy(): void {
    clearTimeout(this.patienceTimer);
    if (this.copy && !this.state.isLoaded) this.refresh({ isLoaded: true });
  }

  private handleSynced(): void {
    clearTimeout(this.patienceTimer);
    const { lost, onLost } = this.options;
    if (lost && !this.state.isLoaded) onLost(lost, this.live.get());
    if (this.unsaved.since === null) this.saved = this.live.get();
    this.refresh({ isLoaded: true, closedBy: null });
  }

  private handleOwnChange(): void {
    const wasSaved = this.unsaved.since === null;
    if (wasSaved) this.options.onWork();
    this.unsaved.note(Date.now());
    if (wasSaved && this.saved)
      this.copy?.remember(this.saved, this.line.isOpen);
    if (!this.line.isOpen) this.askToPersist();
    this.markerTimer ??= setTimeout(() => this.sendMarker(), MARKER_DELAY_MS);
    this.refresh();
  }

  /** A browser that runs out of room forgets what nobody asked it to keep. */
  private askToPersist(): void {
    if (this.hasAskedToPersist) return;
    this.hasAskedToPersist = true;
    void navigator.storage?.persist?.().catch(() => false);
  }

  private handleGiven(): void {
    this.hasGivenAll = true;
    this.sendMarker();
  }

  private sendMarker(): void {
    clearTimeout(this.markerTimer);
    this.markerTimer = undefined;
    this.handOver();
    const { ws, wsconnected } = this.provider;
    if (!ws || !wsconnected || !this.hasGivenAll) return;
    ws.send(encodeMarker(this.unsaved.ask()).slice());
  }

  private handleAck(marker: number): void {
    // Of a seat that may not edit the server stores nothing, and all of nothing is stored.
    if (!this.state.canEdit) return;
    this.unsaved.acknowledge(marker);
    if (this.unsaved.since === null) {
      this.saved = this.live.get();
      this.copy?.settle();
    }
    this.refresh();
  }

  /** Somebody may have signed in again in another tab, or closed some. */
  private returnIfPossible(): void {
    if (mayReturn(this.state.closedBy)) this.provider.connect();
  }

  private handleClosed(code: number, reason: string): void {
    if (restarts.has(code)) return this.startAnew({ code, reason });
    const isSignedOut =
      code === CLOSE.identityGone && reason === ENDED_ON_PURPOSE;
    if (closeAction(code, reason) === "reset" || isSignedOut) {
      const lost = this.lost(code, !isSignedOut);
      if (lost && this.saved) this.options.onLost(lost, this.saved);
      void this.copy?.forget();
      this.copy = null;
    }
    this.refresh({ closedBy: { code, reason } });
  }

  /** Keeps what the server lacks and asks for another document in the place of this one. */
  private startAnew(closed: Closed): void {
    const lost = this.lost(closed.code, true);
    // Kept at once as far as is known, so that not even a page that ends now loses it.
    if (lost && this.unsaved.since !== null && this.saved)
      this.options.onLost(lost, this.saved);
    this.unsaved.clear();
    const forgotten = this.copy?.forget() ?? Promise.resolve();
    this.copy = null;
    this.refresh({ isLoaded: false });
    void forgotten.then(() => {
      if (this.isDestroyed || this.options.onStale(lost)) return;
      this.refresh({ closedBy: closed });
    });
  }

  private lost(code: number, isKept: boolean): Lost | null {
    const local = this.live.get();
    const work = { id: newId(), code, local, isKept };
    // What was acknowledged before a backup was restored is not in it either.
    if (code === CLOSE.otherEpoch && this.doc.store.clients.size > 0)
      return { ...work, base: null };
    return this.unsaved.since === null ? null : { ...work, base: this.saved };
  }

  private refresh(change: Partial<RoomState> = {}): void {
    const next = { ...this.state, ...change };
    const now = Date.now();
    const unsavedSince = this.unsaved.since;
    const status = saveStatus(
      {
        isConnected: this.line.isOpen,
        isExpected: this.isExpected,
        isLoaded: next.isLoaded,
        canEdit: next.canEdit,
        isFull: next.isFull,
        seat: this.seat,
        unsavedSince,
        isKept: this.copy?.isKept ?? false,
        isClosed: next.closedBy !== null,
      },
      now,
    );
    this.watchSilence(status, now);
    const isUnsaved = unsavedSince !== null;
    const after: RoomState = {
      ...next,
      status,
      isUnsaved,
      isAtRisk: isAtRisk(status, isUnsaved),
    };
    if (isSameState(this.state, after)) return;
    this.state = after;
    for (const listener of this.listeners) listener();
  }

  private watchSilence(status: SaveStatus, now: number): void {
    clearTimeout(this.silenceTimer);
    if (status !== "saving" || this.unsaved.since === null) return;
    const rest = this.unsaved.since + SILENCE_MS - now;
    this.silenceTimer = setTimeout(() => {
      this.refresh();
      this.line.check();
    }, rest);
  }
}
