import { onDemand } from "@/components/ui/on-demand";
import type { HttpSocket } from "./http-socket";

/** Most networks let sockets through. */
const plain = onDemand(async () => (await import("./http-socket")).HttpSocket);

/** So many sockets in a row that never said a word, and plain requests are tried. */
const mostSilent = 3;
/** Some networks neither let a socket through nor say so. */
const openingMs = 8_000;
const firstProbeMs = 5_000;
const probeMs = 60_000;
const storageKey = "waymark:no-sockets";

export interface SocketChoiceOptions {
  /** Where seats are taken without a socket. */
  readonly seats: string;
  /** Whether a socket is the one in use: others were ended by this tab and prove nothing. */
  readonly isCurrent: (socket: unknown) => boolean;
}

/**
 * Chooses how a tab reaches the server: by WebSocket, and where a network lets none through by plain requests,
 * until a socket works again.
 */
export class SocketChoice {
  /** What the stock provider makes in the belief that it is a WebSocket. */
  readonly Socket: typeof WebSocket;
  private silent = 0;
  private isBlocked = wasBlocked();
  private http: HttpSocket | null = null;
  private probeTimer: ReturnType<typeof setTimeout> | undefined;
  private probed: WebSocket | null = null;

  constructor(private readonly options: SocketChoiceOptions) {
    const open = (url: string | URL) => this.open(String(url));
    // Called with `new`, a function that returns an object gives that object.
    this.Socket = function Socket(url: string | URL) {
      return open(url);
    } as unknown as typeof WebSocket;
  }

  get isByHttp(): boolean {
    return this.http !== null;
  }

  stop(): void {
    clearTimeout(this.probeTimer);
    this.probed?.close();
  }

  /** Looks soon whether sockets work by now: something about the network changed. */
  lookAgain(): void {
    if (!this.http) return;
    clearTimeout(this.probeTimer);
    this.probe(this.http);
  }

  private open(url: string): unknown {
    clearTimeout(this.probeTimer);
    this.http = null;
    const isInVain = this.isBlocked || this.silent >= mostSilent;
    const Plain = plain.get();
    if (isInVain && Plain) return this.openHttp(url, Plain);
    const socket = new WebSocket(url);
    // A socket that waits for nothing is in the way of what has come meanwhile.
    const giveWay = () => {
      if (isInVain && socket.readyState === 0) socket.close();
    };
    if (isInVain || this.silent > 0)
      void plain.load().then(giveWay, () => undefined);
    let hasSpoken = false;
    const timer = setTimeout(() => {
      if (socket.readyState === 0) socket.close();
    }, openingMs);
    socket.addEventListener(
      "message",
      () => {
        hasSpoken = true;
        this.silent = 0;
      },
      { once: true },
    );
    socket.addEventListener("open", () => clearTimeout(timer), { once: true });
    socket.addEventListener("close", ({ code }) => {
      clearTimeout(timer);
      const isOurs = code >= 4000 || code === 1012 || code === 1013;
      if (hasSpoken || isOurs || !this.options.isCurrent(socket)) return;
      if (navigator.onLine !== false) this.silent += 1;
    });
    return socket;
  }

  private openHttp(url: string, Plain: typeof HttpSocket): HttpSocket {
    // Where requests do not get through either the server is away, and sockets are tried again next.
    this.silent = 0;
    this.isBlocked = false;
    const socket = new Plain(url, this.options.seats);
    this.http = socket;
    this.url = url;
    this.probeTimer = setTimeout(
      () => this.probe(socket),
      firstProbeMs * (1 + Math.random()),
    );
    return socket;
  }

  private url = "";

  /** Whether a socket opens; then the provider is made to come back, by socket. */
  private probe(http: HttpSocket): void {
    if (this.http !== http || http.readyState === 3 || this.probed) return;
    if (http.readyState === 1) this.setBlocked(true);
    const socket = new WebSocket(this.url);
    this.probed = socket;
    const timer = setTimeout(() => socket.close(), openingMs);
    socket.addEventListener("open", () => {
      this.setBlocked(false);
      socket.close();
      http.close();
    });
    socket.addEventListener("close", () => {
      clearTimeout(timer);
      this.probed = null;
      if (this.http !== http || http.readyState === 3) return;
      this.probeTimer = setTimeout(() => this.probe(http), probeMs);
    });
  }

  private setBlocked(isBlocked: boolean): void {
    this.isBlocked = isBlocked;
    try {
      if (isBlocked) sessionStorage.setItem(storageKey, "1");
      else sessionStorage.removeItem(storageKey);
    } catch {
      // Only costs the next page three attempts.
    }
  }
}

function wasBlocked(): boolean {
  try {
    return sessionStorage.getItem(storageKey) === "1";
  } catch {
    return false;
  }
}
