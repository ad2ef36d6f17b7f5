import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { Redis } from "ioredis";
import { Listeners, type Bus, type BusListener } from "./bus";

const nodeBytes = 16;
const macBytes = 16;
const headBytes = nodeBytes + macBytes;
/** Not answered by Redis yet; more is not said. What hangs must not fill the memory. */
const mostPending = 1_000;
const longestRetryMs = 1_000;
const aliveChannel = "jm:alive";
/** Whoever hears it says at once that it is there as well. */
const askAlive = new Uint8Array([1]);
const amAlive = new Uint8Array([0]);

export interface RedisBusOptions {
  readonly url: string;
  /** Only nodes with the same are believed. */
  readonly key: Buffer;
  /** Hears once why Redis cannot be had, and again only after it could be had or for another reason. */
  readonly report: (error: unknown) => void;
  /** How often nodes say that they are there, and after how much silence they are not. */
  readonly beatMs?: number;
  readonly goneMs?: number;
}

/**
 * Carries messages through Redis. What it hears is taken into documents as stored, so every message is signed
 * with a key of the installation: whoever can merely write into the same Redis is not believed.
 */
export class RedisBus implements Bus {
  private readonly node = randomBytes(nodeBytes);
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly listeners = new Listeners();
  private readonly gapListeners = new Set<() => void>();
  private readonly others = new Map<string, number>();
  private readonly beat: NodeJS.Timeout;
  private pending = 0;
  private hears = false;
  private told: string | null = null;

  constructor(private readonly options: RedisBusOptions) {
    const { url, beatMs = 10_000 } = options;
    const connection = {
      retryStrategy: (tries: number) => Math.min(tries * 50, longestRetryMs),
      maxRetriesPerRequest: null,
      keepAlive: 10_000,
    };
    this.publisher = new Redis(url, {
      ...connection,
      enableOfflineQueue: false,
      enableAutoPipelining: true,
    });
    this.subscriber = new Redis(url, { ...connection, autoResubscribe: false });
    for (const client of [this.publisher, this.subscriber]) {
      client.on("error", (error) => this.tell(error));
      client.on("ready", () => (this.told = null));
    }
    this.subscriber.on("ready", () => void this.listen());
    this.subscriber.on("messageBuffer", (channel: Buffer, message: Buffer) =>
      this.receive(channel.toString(), message),
    );
    this.subscriber.on("close", () => (this.hears = false));
    this.publisher.on("ready", () => this.askWhoIsThere());
    this.subscribe(aliveChannel, (message, node) =>
      this.meet(node, message[0] === askAlive[0]),
    );
    this.beat = setInterval(() => this.publish(aliveChannel, amAlive), beatMs);
    this.beat.unref();
  }

  /** It is tried again every second by each of two connections, which is no news. */
  private tell(error: Error): void {
    if (this.told === error.message) return;
    this.told = error.message;
    this.options.report(error);
  }

  get isShared(): boolean {
    if (this.others.size === 0) return false;
    const { goneMs = 30_000 } = this.options;
    const before = Date.now() - goneMs;
    for (const [node, seenAt] of this.others)
      if (seenAt < before) this.others.delete(node);
    return this.others.size > 0;
  }

  publish(channel: string, message: Uint8Array): void {
    if (this.publisher.status !== "ready" || this.pending >= mostPending)
      return;
    const signed = Buffer.concat([
      this.sign(channel, this.node, message),
      this.node,
      message,
    ]);
    this.pending++;
    this.ask(
      this.publisher.publish(channel, signed).finally(() => this.pending--),
    );
  }

  subscribe(channel: string, listener: BusListener): () => void {
    const isFirst = this.listeners.add(channel, listener);
    if (isFirst && this.subscriber.status === "ready")
      this.ask(this.subscriber.subscribe(channel));
    return () => {
      const wasLast = this.listeners.remove(channel, listener);
      if (wasLast && this.subscriber.status === "ready")
        this.ask(this.subscriber.unsubscribe(channel));
    };
  }

  onGap(listener: () => void): () => void {
    this.gapListeners.add(listener);
    return () => this.gapListeners.delete(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.beat);
    // Lets what was said last, that people have left for example, still go out.
    if (this.publisher.status === "ready")
      await Promise.race([
        this.publisher.quit().catch(() => undefined),
        new Promise((done) => setTimeout(done, longestRetryMs).unref()),
      ]);
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  /** After every connect: Redis does not know any more what this node listens to. */
  private async listen(): Promise<void> {
    try {
      await this.subscriber.subscribe(...this.listeners.channels());
    } catch {
      // The connection went again; so does this.
      return;
    }
    this.hears = true;
    this.askWhoIsThere();
    this.tellGap();
  }

  private tellGap(): void {
    for (const listener of this.gapListeners) listener();
  }

  private receive(channel: string, signed: Buffer): void {
    if (signed.length < headBytes) return;
    const node = signed.subarray(macBytes, headBytes);
    if (node.equals(this.node)) return;
    const message = signed.subarray(headBytes);
    const mac = this.sign(channel, node, message);
    if (!timingSafeEqual(mac, signed.subarray(0, macBytes))) return;
    this.listeners.tell(channel, new Uint8Array(message), node.toString("hex"));
  }

  private sign(channel: string, node: Buffer, message: Uint8Array): Buffer {
    const { key } = this.options;
    const mac = createHmac("sha256", key).update(`${channel}\0`);
    return mac.update(node).update(message).digest().subarray(0, macBytes);
  }

  /** A node that is new here is answered at once, so that it knows of this one too. */
  private meet(node: string, asks: boolean): void {
    const isNew = !this.others.has(node);
    this.others.set(node, Date.now());
    if (isNew || asks) this.publish(aliveChannel, amAlive);
    if (isNew) this.tellGap();
  }

  /** Only who can hear the answers asks: the two connections come up in either order. */
  private askWhoIsThere(): void {
    if (this.hears) this.publish(aliveChannel, askAlive);
  }

  private ask(asked: Promise<unknown>): void {
    // What the connection took with it is found out in other ways; listening is asked for again with the next.
    asked.catch(() => undefined);
  }
}
