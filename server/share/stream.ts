import type { SharedEvents } from "@/lib/api/shared-view";

/** One event as server-sent events spell it. JSON has no line breaks, so one data line is enough. */
export const eventText = <Name extends keyof SharedEvents>(
  name: Name,
  data: SharedEvents[Name],
): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Says that the line is alive; proxies and browsers give up on a silent one. */
export const heartbeatText = ": still here\n\n";

/** One visitor who listens. */
export interface Listener {
  /** False where the visitor does not keep up and has been let go. */
  send(text: string): boolean;
  end(): void;
}

// A visitor who lags this far behind starts afresh instead of filling our memory.
const maxWaitingBytes = 1024 * 1024;

/**
 * A body that says what it is told to until it is ended or its reader leaves.
 *
 * @param onLeave - called once, whoever ended it.
 */
export function listeningBody(onLeave: (listener: Listener) => void): {
  body: ReadableStream<Uint8Array>;
  listener: Listener;
} {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const leave = () => {
    if (!controller) return;
    controller = null;
    onLeave(listener);
  };
  const listener: Listener = {
    send(text) {
      if (!controller) return false;
      // Asked before, not after: the first view of a large map may be more than this by itself.
      if ((controller.desiredSize ?? 0) <= 0) {
        listener.end();
        return false;
      }
      controller.enqueue(encoder.encode(text));
      return true;
    },
    end() {
      controller?.close();
      leave();
    },
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxWaitingBytes }),
  );
  return { body, listener };
}
