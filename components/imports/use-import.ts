"use client";

import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import type { Problem } from "@/components/workspace/api-client";
import type { ImportItem, ImportReading } from "@/lib/api/imports";
import { sendFile } from "./send-file";
import type { ImportPlace, Settings } from "./types";

export const STEPS = ["columns", "places", "plan"] as const;
export type Step = (typeof STEPS)[number];

/** A file on its way, as far as it has come. */
export interface OpenFile {
  readonly file: File;
  readonly reading: ImportReading;
  readonly settings: Settings;
  readonly step: Step;
  /** One for each file that is imported: sent twice, it is imported once. */
  readonly key: string;
}

interface Ask {
  readonly table?: number;
  readonly settings?: Settings;
  readonly isProposing?: boolean;
}

/** A file from its choice to its import: what the server found in it, what is decided, and the request under way. */
export function useImport({ slug, journeyId }: ImportPlace) {
  const [open, setOpen] = useState<OpenFile | null>(null);
  const [done, setDone] = useState<ImportItem | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const language = useLocale();
  const sending = useRef<AbortController | null>(null);
  const journey = `/workspaces/${encodeURIComponent(slug)}/journeys/${journeyId}`;

  async function send<Data>(
    file: File,
    request: { path: string; head: unknown; idempotencyKey?: string },
  ): Promise<Data | null> {
    const controller = new AbortController();
    sending.current = controller;
    setProblem(null);
    setProgress(0);
    const answer = await sendFile<Data>({
      ...request,
      file,
      onProgress: setProgress,
      signal: controller.signal,
    });
    if (sending.current !== controller) return null;
    setProgress(null);
    // Whoever stopped it knows that it was stopped.
    if (!answer.ok && !controller.signal.aborted) setProblem(answer.problem);
    // It arrived before its answer was lost: a third request would import the file a second time.
    if (!answer.ok && answer.problem.code === "idempotency_mismatch")
      setOpen(null);
    return answer.ok ? answer.data : null;
  }

  const read = (file: File, ask: Ask) =>
    send<ImportReading>(file, {
      path: `${journey}/import-readings`,
      head: { fileName: file.name.slice(-255), language, ...ask },
    });

  const begin = async (file: File, table = 0) => {
    setDone(null);
    const reading = await read(file, { table });
    if (!reading) return;
    const { settings } = reading;
    const key = crypto.randomUUID();
    setOpen({ file, reading, settings, step: "columns", key });
  };
  const readOn = async (from: OpenFile, step: Step) => {
    const { file, settings } = from;
    const isProposing = step === "places";
    const reading = await read(file, { settings, isProposing });
    if (reading)
      setOpen({ ...from, reading, settings: reading.settings, step });
  };
  const importIt = async ({ file, settings, key }: OpenFile) => {
    const item = await send<ImportItem>(file, {
      path: `${journey}/imports`,
      head: { fileName: file.name.slice(-255), settings },
      idempotencyKey: key,
    });
    if (!item) return;
    setOpen(null);
    setDone(item);
  };
  return {
    open,
    done,
    problem,
    /** Of the request under way, how much has left; null while there is none. */
    progress,
    begin,
    change: (settings: Settings) =>
      // Under the key that it has: an import whose answer was lost may have been done.
      setOpen((now) => now && { ...now, settings }),
    next: async () => {
      if (!open) return;
      if (open.step === "plan") await importIt(open);
      else await readOn(open, open.step === "columns" ? "places" : "plan");
    },
    back: () => {
      setProblem(null);
      setOpen(
        (now) =>
          now && { ...now, step: now.step === "plan" ? "places" : "columns" },
      );
    },
    stop: () => sending.current?.abort(),
    close: () => {
      sending.current?.abort();
      setProblem(null);
      setOpen(null);
    },
    forget: () => setDone(null),
  };
}
