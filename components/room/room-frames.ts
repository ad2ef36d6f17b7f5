import type * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import {
  readServerExtension,
  type ServerExtension,
} from "@/lib/protocol/extension";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";

interface FrameEvents {
  readonly onHeard: () => void;
  /** The server was given everything that it lacks. */
  readonly onGiven: () => void;
  readonly onExtension: (message: ServerExtension) => void;
}

/** Looks into the frames of the stock provider, and reads those that it does not know. */
export function listenToFrames(
  { messageHandlers }: WebsocketProvider,
  { onHeard, onGiven, onExtension }: FrameEvents,
): void {
  const sync = messageHandlers[MESSAGE.sync];
  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const isQuestion = peek(decoder) === SYNC.step1;
    sync?.(encoder, decoder, ...rest);
    // The answer, with everything the server lacks, leaves right after this handler.
    if (isQuestion) queueMicrotask(onGiven);
  };
  messageHandlers[MESSAGE.extension] = (_encoder, decoder) => {
    const message = readServerExtension(decoder);
    if (message) onExtension(message);
  };
  messageHandlers.forEach((handle, type) => {
    messageHandlers[type] = (...frame) => {
      onHeard();
      handle(...frame);
    };
  });
}

function peek(decoder: decoding.Decoder): number | undefined {
  return decoder.arr[decoder.pos];
}
