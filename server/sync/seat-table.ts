import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import type { SeatFilter } from "@/server/access-changes";
import type { Admission, Admit } from "./authenticate";
import { heartbeatFrame } from "./frames";
import { Groups } from "./groups";
import type { Seat } from "./seat";
import type { SyncSettings } from "./settings";

/** Who is judged at the same moment is looked up together. */
const recheckedAtOnce = 100;
/** Of whoever is asked to come back, so that the next server has the time to hand each a large map. */
const spreadPerSeatMs = 20;

function matches({ sitter, request }: Seat, filter: SeatFilter): boolean {
  const { actor, sessionId } = sitter;
  return (
    (filter.userId === undefined || filter.userId === actor.userId) &&
    (filter.sessionId === undefined || filter.sessionId === sessionId) &&
    (filter.tokenId === undefined ||
      (actor.kind === "token" && filter.tokenId === actor.tokenId)) &&
    (filter.workspaceId === undefined ||
      filter.workspaceId === actor.workspaceId) &&
    (filter.journeyId === undefined || filter.journeyId === request.journeyId)
  );
}

/** Who was let in knows that the journey exists, so an outsider now hears that their access is gone. */
const codeOf = {
  nobody: CLOSE.identityGone,
  visitor: CLOSE.accessGone,
  outsider: CLOSE.accessGone,
  absent: CLOSE.notFound,
} as const;

/** All seats of this process, whatever their room: keeps them alive and judges them again. */
export class SeatTable {
  private readonly seats = new Set<Seat>();
  private readonly byUser = new Groups<Seat>();
  /** Those that take a place, by their journey. */
  private readonly editing = new Groups<Seat>();
  private readonly waiting = new Set<Seat>();
  private readonly timers: NodeJS.Timeout[];
  private isRechecking = false;

  constructor(
    private readonly admit: Admit,
    private readonly settings: SyncSettings,
    private readonly report: (error: unknown) => void,
  ) {
    const { heartbeatMs, recheckMs, stallMs } = settings;
    const often = Math.min(recheckMs / 4, heartbeatMs);
    this.timers = [
      setInterval(() => this.beat(), heartbeatMs),
      setInterval(() => void this.recheckOld(), often),
      setInterval(() => this.cutStalled(), stallMs / 8),
    ];
  }

  get size(): number {
    return this.seats.size;
  }

  add(seat: Seat): void {
    this.seats.add(seat);
    const { sitter, request } = seat;
    this.byUser.add(sitter.actor.userId, seat);
    if (!seat.isOnlooker) this.editing.add(request.journeyId, seat);
    if (seat.isWaiting) this.waiting.add(seat);
  }

  remove(seat: Seat): void {
    this.seats.delete(seat);
    this.byUser.remove(seat.sitter.actor.userId, seat);
    this.editing.remove(seat.request.journeyId, seat);
    this.waiting.delete(seat);
    // Nobody judges it any more.
    seat.forgo();
    if (!seat.isOnlooker) this.callIn();
  }

  /** Places of a map from which somebody may edit. */
  takenIn(journeyId: string): number {
    return this.editing.of(journeyId).size;
  }

  countOf(userId: string): number {
    let count = 0;
    for (const { isEnding } of this.byUser.of(userId)) if (!isEnding) count++;
    return count;
  }

  close(filter: SeatFilter, code: CloseCode, reason: string): void {
    for (const seat of this.seats)
      if (matches(seat, filter)) seat.close(code, reason);
  }

  /** Judges seats again, now: something about their people changed. Until then nothing of them is taken. */
  async recheck(filter: SeatFilter): Promise<void> {
    const concerned = [...this.seats].filter((seat) => matches(seat, filter));
    await Promise.all(
      concerned.map((seat) => {
        if (seat.isSuspended) return this.judge(seat);
        const judgement = this.judge(seat).finally(() => {
          if (seat.judgement === judgement) seat.judgement = null;
        });
        return (seat.judgement = judgement);
      }),
    );
  }

  /** Asks everybody to come back, spread out so that they do not all come at once. */
  async endAll(code: CloseCode): Promise<void> {
    const { closeSpreadMs } = this.settings;
    const spreadMs = Math.min(closeSpreadMs, this.seats.size * spreadPerSeatMs);
    const ending = [...this.seats].map(
      (seat) =>
        new Promise<void>((done) => {
          setTimeout(() => {
            seat.end(code);
            done();
          }, Math.random() * spreadMs);
        }),
    );
    await Promise.all(ending);
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private beat(): void {
    const now = Date.now();
    for (const seat of this.seats) {
      // What a seat that is not read says waits in the network, and over a slow line an answer to a ping behind
      // the whole map; one that reads nothing of it is cut as stalled.
      if (seat.isPaused || seat.isServed) seat.heardAt = now;
      if (now - seat.heardAt > this.settings.silenceMs) {
        seat.cut();
        continue;
      }
      seat.sendTogether(() => {
        seat.ping();
        seat.sendWire(heartbeatFrame);
      });
    }
  }

  /** Asks those back who found a map full, as many as there are places now, and who waited longest first. */
  private callIn(): void {
    const free = new Map<string, number>();
    for (const seat of this.waiting) {
      if (seat.isEnding) continue;
      const { journeyId } = seat.request;
      const places =
        free.get(journeyId) ??
        this.settings.socketsPerMap - this.takenIn(journeyId);
      free.set(journeyId, places - 1);
      if (places > 0) seat.end(CLOSE.roleChanged, "place_free");
    }
  }

  private cutStalled(): void {
    const now = Date.now();
    for (const seat of this.seats) seat.cutIfStalled(now);
  }

  /** A message about a change may get lost; this bounds how long that matters. */
  private async recheckOld(): Promise<void> {
    const now = Date.now();
    // Whoever was called may not have come.
    this.callIn();
    const { recheckMs, unjudgedMs } = this.settings;
    const due: Seat[] = [];
    for (const seat of this.seats) {
      if (seat.isEnding) continue;
      if (now - seat.judgedAt > unjudgedMs) seat.suspend();
      if (seat.isSuspended || now - seat.checkedAt >= recheckMs) due.push(seat);
    }
    if (this.isRechecking) return;
    this.isRechecking = true;
    for (let at = 0; at < due.length; at += recheckedAtOnce)
      await Promise.all(
        due.slice(at, at + recheckedAtOnce).map((seat) => this.judge(seat)),
      );
    this.isRechecking = false;
  }

  private async judge(seat: Seat): Promise<void> {
    seat.checkedAt = Date.now();
    let admission: Admission;
    try {
      admission = await this.admit(seat.request);
    } catch (error) {
      // Without the database nobody can be judged, and nothing can be stored either.
      return this.report(error);
    }
    if (!admission.ok) return seat.close(codeOf[admission.reason]);
    const { actor, canEdit } = seat.sitter;
    const now = admission.sitter;
    const isSame = now.actor.role === actor.role && now.canEdit === canEdit;
    if (isSame) seat.judged(Date.now());
    else seat.close(CLOSE.roleChanged);
  }
}
