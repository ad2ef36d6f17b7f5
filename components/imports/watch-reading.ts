import { api } from "@/components/workspace/api-client";
import type { ImportWork } from "@/lib/api/import-works";

const pauses = { firstMs: 500, mostMs: 2_000 } as const;

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });

/** Asks how far the reading of a file is, until its answer is there. */
export async function watchReading(
  path: string,
  { signal, onWork }: { signal: AbortSignal; onWork: (at: ImportWork) => void },
): Promise<void> {
  let ms: number = pauses.firstMs;
  for (;;) {
    await pause(ms, signal);
    if (signal.aborted) return;
    const answer = await api<ImportWork>(path, { signal });
    if (signal.aborted) return;
    if (answer.ok) onWork(answer.data);
    ms = Math.min(pauses.mostMs, ms * 1.25);
  }
}
