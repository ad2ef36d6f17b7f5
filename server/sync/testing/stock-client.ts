import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import {
  encodeMarker,
  readServerExtension,
  type ServerExtension,
} from "@/lib/protocol/extension";
import { MESSAGE } from "@/lib/protocol/messages";

export interface StockOptions {
  readonly address: string;
  readonly journeyId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasExtension?: boolean;
  readonly doc?: Y.Doc;
  readonly params?: Record<string, string>;
}

/** An unmodified y-websocket client, with the credentials that a browser would add by itself. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Close codes in their order; the client itself decides what to do about them. */
  readonly closes: number[];
  /** Frames of the extension, if it was asked for. */
  readonly heard: ServerExtension[];
  synced(): Promise<void>;
  /** Resolves when the server says that everything so far is stored. */
  acknowledged(): Promise<number>;
  destroy(): void;
}

export function stockClient(options: StockOptions): StockClient {
  const {
    address,
    journeyId,
    headers,
    hasExtension = false,
    doc = new Y.Doc(),
  } = options;
  class WithHeaders extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers });
    }
  }
  const provider = new WebsocketProvider(address, journeyId, doc, {
    WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
    params: { ...(hasExtension && { ext: "1" }), ...options.params },
  });
  // It listens to the end of the process for a farewell. A process of tests is many clients, and says none.
  process.off("exit", provider._exitHandler);
  const closes: number[] = [];
  const heard: ServerExtension[] = [];
  const acks = new Map<number, (seq: number) => void>();
  provider.on("connection-close", (event) => {
    if (event) closes.push(event.code);
  });
  provider.messageHandlers[MESSAGE.extension] = (_encoder, decoder) => {
    const message = readServerExtension(decoder);
    if (!message) return;
    heard.push(message);
    if (message.kind !== "ack") return;
    for (const [marker, done] of acks) {
      if (marker > message.marker) continue;
      acks.delete(marker);
      done(message.seq);
    }
  };
  let lastMarker = 0;
  return {
    doc,
    provider,
    closes,
    heard,
    synced: () =>
      new Promise((done) => {
        if (provider.synced) return done();
        const check = (isSynced: boolean) => {
          if (!isSynced) return;
          provider.off("sync", check);
          done();
        };
        provider.on("sync", check);
      }),
    acknowledged: () =>
      new Promise((done) => {
        const marker = ++lastMarker;
        acks.set(marker, done);
        provider.ws?.send(encodeMarker(marker).slice());
      }),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}
