import type { Bus, BusListener } from "../bus";

/** What became of what a node said. */
export interface Traffic {
  messages: number;
  bytes: number;
  largest: number;
  lost: number;
}

/** A bus on which a share of what is said gets lost, and that counts the rest. */
export class LossyBus implements Bus {
  readonly traffic: Traffic = { messages: 0, bytes: 0, largest: 0, lost: 0 };
  /** Of a hundred messages. */
  lossPercent = 0;
  private said = 0;

  constructor(private readonly bus: Bus) {}

  get isShared(): boolean {
    return this.bus.isShared;
  }

  publish(channel: string, message: Uint8Array): void {
    const { traffic } = this;
    // Spread evenly, the same in every run: which ones are lost is not a matter of luck.
    this.said = (this.said + 37) % 100;
    if (this.said < this.lossPercent) {
      traffic.lost++;
      return;
    }
    traffic.messages++;
    traffic.bytes += message.length;
    traffic.largest = Math.max(traffic.largest, message.length);
    this.bus.publish(channel, message);
  }

  subscribe(channel: string, listener: BusListener): () => void {
    return this.bus.subscribe(channel, listener);
  }

  onGap(listener: () => void): () => void {
    return this.bus.onGap(listener);
  }

  close(): Promise<void> {
    return this.bus.close();
  }
}
