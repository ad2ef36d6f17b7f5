import type { SeatOffer } from "@/lib/api/seats";
import { decodeAnswer, encodeFrames } from "@/lib/protocol/batch";
import { CLOSE } from "@/lib/protocol/close-codes";

/** As a browser calls a connection that broke. */
const BROKEN = 1006;
/** What is written within this time goes in one request. */
const gatherMs = 30;
const mostFrames = 100;
const mostBytes = 4 * 1024 * 1024;
/** In a hidden tab no request waits for something to come: a browser has few at a time for all tabs. */
const hiddenPauseMs = 8_000;

const octets = "application/octet-stream";

function codeOf(status: number): number {
  switch (status) {
    case 401:
      return CLOSE.identityGone;
    case 403:
      return CLOSE.accessGone;
    case 413:
      return CLOSE.tooBig;
    case 429:
      return CLOSE.tooFast;
    default:
      return BROKEN;
  }
}

/** How a seat ended. */
interface End {
  readonly code: number;
  readonly reason: string;
}

/** Ends the way through requests; caught where it began. */
class Ended extends Error {
  constructor(readonly end: End) {
    super("ended");
  }
}

/**
 * Looks like a WebSocket and is none: the same frames in plain requests, for networks that let no socket through.
 *
 * @see lib/protocol/PROTOCOL.md
 */
export class HttpSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "arraybuffer";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: End) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly seats: string;
  private readonly gone = new AbortController();
  private seat: string | null = null;
  private outbox: Uint8Array[] = [];
  private isSending = false;
  private sent = 0;
  private heard = 0;

  /**
   * @param url - of the socket in whose place this is; says what is asked for.
   * @param seats - where seats are taken.
   */
  constructor(url: string | URL, seats: string) {
    this.seats = seats;
    const { searchParams } = new URL(url);
    const epoch = searchParams.get("epoch");
    void this.live({
      epoch: epoch === null ? null : Number(epoch),
      userId: searchParams.get("as"),
    });
    window.addEventListener("pagehide", this.leave);
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return;
    this.outbox.push(frame.slice());
    if (this.isSending) return;
    this.isSending = true;
    setTimeout(() => void this.deliver(), gatherMs);
  }

  close(): void {
    this.leave();
    this.finish({ code: BROKEN, reason: "" });
  }

  private readonly leave = (): void => {
    if (!this.seat) return;
    // Outlives the page, so that others do not see someone who has left.
    void fetch(this.seat, { method: "DELETE", keepalive: true }).catch(
      () => undefined,
    );
    this.seat = null;
  };

  private finish(end: End): void {
    if (this.readyState === 3) return;
    const wasOpen = this.readyState === 1;
    this.readyState = 3;
    this.gone.abort();
    window.removeEventListener("pagehide", this.leave);
    if (!wasOpen) this.onerror?.();
    this.onclose?.(end);
  }

  private async live(wish: object): Promise<void> {
    try {
      const offer = await this.take(wish);
      if (offer.id === null)
        throw new Ended(offer.end ?? { code: BROKEN, reason: "" });
      this.seat = `${this.seats}/${offer.id}`;
      // Closed while it was asked for.
      if (this.readyState !== 0) return this.leave();
      this.readyState = 1;
      this.onopen?.();
      while (this.readyState === 1) await this.hear();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.finish(
      error instanceof Ended ? error.end : { code: BROKEN, reason: "" },
    );
  }

  private async take(wish: object): Promise<SeatOffer> {
    const response = await this.ask(this.seats, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    });
    return (await response.json()) as SeatOffer;
  }

  private async hear(): Promise<void> {
    const isHidden = document.visibilityState === "hidden";
    const query = `after=${this.heard}${isHidden ? "&wait=no" : ""}`;
    const response = await this.ask(`${this.seat}/frames?${query}`);
    const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()));
    for (const frame of answer.frames) {
      this.heard += 1;
      if (this.readyState === 1)
        this.onmessage?.({ data: frame.slice().buffer });
    }
    if (answer.end) throw new Ended(answer.end);
    if (isHidden && answer.frames.length === 0) await this.doze();
  }

  /** Until it is time, somebody looks, or it is over. */
  private doze(): Promise<void> {
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", wake);
        this.gone.signal.removeEventListener("abort", wake);
        done();
      };
      const timer = setTimeout(wake, hiddenPauseMs);
      document.addEventListener("visibilitychange", wake);
      this.gone.signal.addEventListener("abort", wake);
    });
  }

  private async deliver(): Promise<void> {
    try {
      while (this.outbox.length > 0 && this.readyState === 1) {
        const frames = this.nextFrames();
        await this.ask(`${this.seat}/frames?first=${this.sent}`, {
          method: "POST",
          headers: { "content-type": octets },
          body: encodeFrames(frames).slice(),
        });
        this.sent += frames.length;
      }
      this.isSending = false;
    } catch (error) {
      this.fail(error);
    }
  }

  private nextFrames(): Uint8Array[] {
    let bytes = 0;
    let count = 0;
    for (const frame of this.outbox) {
      if (
        count > 0 &&
        (bytes + frame.length > mostBytes || count >= mostFrames)
      )
        break;
      bytes += frame.length;
      count += 1;
    }
    return this.outbox.splice(0, count);
  }

  /** @throws Ended where the answer is a refusal; whatever `fetch` throws where there is none. */
  private async ask(
    address: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const response = await fetch(address, {
      ...init,
      credentials: "same-origin",
      signal: this.gone.signal,
    });
    if (response.ok) return response;
    // On taking a seat this is the map; later it is only the seat, and another one says more.
    const isMapGone = response.status === 404 && this.seat === null;
    const code = isMapGone ? CLOSE.notFound : codeOf(response.status);
    throw new Ended({ code, reason: "" });
  }
}
