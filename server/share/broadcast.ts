import type { SharedView } from "@/lib/api/shared-view";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { diffView } from "@/lib/journey/public-view";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { onRowsChanged } from "@/server/row-events";
import { watchDocument } from "@/server/sync/door";
import { findLinkById, type OpenLink } from "./find-link";
import { readSharedNames, sharedView } from "./shared-view";
import { eventText, heartbeatText, type Listener } from "./stream";

export interface BroadcastTiming {
  /** At most one event in this time. */
  readonly changesMs: number;
  /** How often the link's row is asked whether it still is open; bounds what no event told us. */
  readonly recheckMs: number;
  readonly heartbeatMs: number;
}

export const usualTiming: BroadcastTiming = {
  changesMs: 500,
  recheckMs: 4_000,
  heartbeatMs: 15_000,
};

interface BroadcastParts {
  readonly link: OpenLink;
  readonly timing: BroadcastTiming;
  /** Called once, when the last visitor has left or all were let go. */
  readonly onEmpty: () => void;
}

const endsLink = (change: AccessChange, link: OpenLink): boolean => {
  if (change.kind === "links-ended")
    return (
      change.workspaceId === link.workspaceId &&
      (change.linkId ?? link.id) === link.id
    );
  if (change.kind !== "ended" || change.filter.userId) return false;
  const { journeyId, workspaceId } = change.filter;
  return journeyId === link.journeyId || workspaceId === link.workspaceId;
};

/**
 * Shows one link's view of a map to everyone who watches through it: made once, told to all.
 * What the link does not show is never part of anything said here.
 */
export class Broadcast {
  private readonly listeners = new Set<Listener>();
  private readonly cleanUp: (() => void)[] = [];
  private lastSent = 0;
  private flushing: NodeJS.Timeout | null = null;
  private isEnded = false;

  private readonly link: OpenLink;

  private constructor(
    private readonly parts: BroadcastParts,
    private map: JourneyMap,
    private shown: SharedView,
  ) {
    this.link = parts.link;
  }

  /** Begins to follow the map of a link. */
  static async begin(parts: BroadcastParts): Promise<Broadcast> {
    const { link } = parts;
    // Assigned below, before anything can be stored: following starts in the same turn.
    let broadcast: Broadcast | null = null;
    const names = await readSharedNames(link);
    const watched = await watchDocument(link.journeyId, (now) => {
      if (now) broadcast?.handleMap(now.map);
      else broadcast?.dismiss();
    });
    const shown = sharedView(watched.map, link, names);
    broadcast = new Broadcast(parts, watched.map, shown);
    broadcast.listenAround(watched.stop);
    return broadcast;
  }

  get size(): number {
    return this.listeners.size;
  }

  /** Adds a visitor: the whole view first, then what changes. */
  add(listener: Listener): void {
    if (this.isEnded) return listener.end();
    this.listeners.add(listener);
    listener.send(eventText("view", this.shown));
  }

  remove(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.stop();
  }

  /** Lets everyone go without a word; their browsers come back and find what there is then. */
  dismiss(): void {
    for (const listener of this.listeners) listener.end();
    this.stop();
  }

  private listenAround(stopWatching: () => void): void {
    const { recheckMs, heartbeatMs } = this.parts.timing;
    const recheck = setInterval(() => void this.recheck(), recheckMs);
    const beat = setInterval(() => this.say(heartbeatText), heartbeatMs);
    this.cleanUp.push(
      stopWatching,
      () => clearInterval(recheck),
      () => clearInterval(beat),
      onAccessChange((change) => {
        if (endsLink(change, this.link)) this.end("gone");
      }),
      onRowsChanged(({ workspaceId, event }) => {
        // What a team says among itself is part of no view.
        if (event.noun === "comment") return;
        if (workspaceId === this.link.workspaceId) this.planFlush();
      }),
    );
  }

  private handleMap(map: JourneyMap): void {
    this.map = map;
    this.planFlush();
  }

  private planFlush(): void {
    if (this.isEnded || this.flushing) return;
    const wait = Math.max(
      0,
      this.lastSent + this.parts.timing.changesMs - Date.now(),
    );
    this.flushing = setTimeout(() => void this.flush(), wait);
  }

  private async flush(): Promise<void> {
    this.flushing = null;
    this.lastSent = Date.now();
    try {
      const names = await readSharedNames(this.link);
      if (!this.isEnded) this.tell(sharedView(this.map, this.link, names));
    } catch {
      // The database is away: the view stays as it is meanwhile.
      this.planFlush();
    }
  }

  private tell(next: SharedView): void {
    const before = this.shown;
    this.shown = next;
    const { view: _before, ...namesBefore } = before;
    const { view, ...names } = next;
    if (JSON.stringify(names) !== JSON.stringify(namesBefore))
      return this.say(eventText("view", next));
    const changes = diffView(before.view, view);
    if (changes.length > 0) this.say(eventText("changes", changes));
  }

  private async recheck(): Promise<void> {
    const found = await findLinkById(this.link.id).catch(() => null);
    // Without an answer there is nothing to go by; the database being away shows nobody anything new.
    if (!found || found.state === "open") return;
    this.end(found.state === "expired" ? "expired" : "gone");
  }

  private end(reason: "gone" | "expired"): void {
    this.say(eventText("ended", { reason }));
    this.dismiss();
  }

  private say(text: string): void {
    for (const listener of this.listeners) listener.send(text);
  }

  private stop(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    if (this.flushing) clearTimeout(this.flushing);
    for (const undo of this.cleanUp) undo();
    this.parts.onEmpty();
  }
}
