import type { WebsocketProvider } from "y-websocket";

/** What is not painted, as a window behind others, is handed over by then. */
const atLatestMs = 50;

/**
 * Has a provider send what is written here once the page has been painted: to hand a letter to the network takes a third
 * of the script of its key, and whoever writes waits for the letter.
 *
 * @returns what hands over at once what waits, so that whatever is said about it comes after it.
 */
export function handOverWhenPainted(provider: WebsocketProvider): () => void {
  const { doc, _updateHandler } = provider;
  const over = new AbortController();
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOver = () => {
    clearTimeout(timer);
    timer = undefined;
    const updates = waiting;
    waiting = [];
    // Without a line nothing is sent, and the next one begins with all that the server lacks.
    for (const update of updates) _updateHandler(update, null);
  };
  const take = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    waiting.push(update);
    // Nothing is painted there, and the page may be about to end.
    if (document.visibilityState === "hidden") return handOver();
    if (timer !== undefined) return;
    timer = setTimeout(handOver, atLatestMs);
    requestAnimationFrame(() => setTimeout(handOver));
  };
  doc.off("update", _updateHandler);
  doc.on("update", take);
  doc.on("destroy", () => {
    over.abort();
    clearTimeout(timer);
    waiting = [];
  });
  const { signal } = over;
  window.addEventListener("pagehide", handOver, { signal });
  document.addEventListener("visibilitychange", handOver, { signal });
  return handOver;
}
