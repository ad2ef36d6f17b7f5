import type { WebsocketProvider } from "y-websocket";
import type { AfterPaint } from "./after-paint";

/**
 * Has a provider send what is written here once the page has been painted: to hand a letter to the network takes a third
 * of the script of its key.
 *
 * @returns what hands over at once what waits, so that whatever is said about it comes after it.
 */
export function handOverWhenPainted(
  provider: WebsocketProvider,
  painted: AfterPaint,
): () => void {
  const { doc, _updateHandler } = provider;
  const over = new AbortController();
  let waiting: Uint8Array[] = [];

  const handOver = () => {
    painted.forget(handOver);
    const updates = waiting;
    waiting = [];
    // Without a line nothing is sent, and the next one begins with all that the server lacks.
    for (const update of updates) _updateHandler(update, null);
  };
  const take = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    waiting.push(update);
    painted.ask(handOver);
  };
  doc.off("update", _updateHandler);
  doc.on("update", take);
  doc.on("destroy", () => {
    over.abort();
    painted.forget(handOver);
    waiting = [];
  });
  const { signal } = over;
  window.addEventListener("pagehide", handOver, { signal });
  document.addEventListener("visibilitychange", handOver, { signal });
  return handOver;
}
