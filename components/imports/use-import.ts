"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api, type Problem } from "@/components/workspace/api-client";
import type { ImportWork } from "@/lib/api/import-works";
import type { ImportItem, ImportReading } from "@/lib/api/imports";
import { sendFile } from "./send-file";
import type { ImportPlace, Layout, Settings } from "./types";
import type { Works } from "./use-works";
import { watchReading } from "./watch-reading";

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

/** A request under way: how much of it has left, 0 to 1, and how far the server is with the file. */
export interface OnItsWay {
  readonly share: number;
  readonly work: ImportWork | null;
}

/** How an import ended that brought nothing, where nothing is wrong with it. */
export type Unfinished = "cancelled" | "stopped";

/** An import of this page that goes on, and what it began with. */
interface Mine {
  readonly id: string;
  readonly from: OpenFile;
}

interface Ask {
  readonly table?: number;
  readonly layout?: Layout;
  readonly settings?: Settings;
  readonly isProposing?: boolean;
}

/** A file from its choice to its import: what the server found in it, what is decided, and the request under way. */
export function useImport(
  { slug, journeyId }: ImportPlace,
  { works: known, put }: Works,
) {
  const [open, setOpen] = useState<OpenFile | null>(null);
  const [done, setDone] = useState<ImportItem | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [way, setWay] = useState<OnItsWay | null>(null);
  const [mine, setMine] = useState<Mine | null>(null);
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null);
  const language = useLocale();
  const sending = useRef<AbortController | null>(null);
  const journey = `/workspaces/${encodeURIComponent(slug)}/journeys/${journeyId}`;
  const works = `${journey}/import-works`;
  const isUnwanted = useRef(false);

  async function send<Data>(
    file: File,
    request: {
      path: string;
      head: unknown;
      idempotencyKey?: string;
      /** Of the reading, under which its state can be asked for. */
      workId?: string;
    },
  ): Promise<Data | null> {
    const { workId } = request;
    const controller = new AbortController();
    sending.current = controller;
    const over = new AbortController();
    setProblem(null);
    setUnfinished(null);
    setWay({ share: 0, work: null });
    if (workId !== undefined)
      void watchReading(`${works}/${workId}`, {
        signal: over.signal,
        onWork: (work) => setWay({ share: 1, work }),
      });
    const answer = await sendFile<Data>({
      ...request,
      file,
      onProgress: (share) => setWay((now) => now && { ...now, share }),
      signal: controller.signal,
    });
    over.abort();
    if (sending.current !== controller) return null;
    setWay(null);
    // Whoever stopped it knows that it was stopped.
    if (!answer.ok && !controller.signal.aborted) setProblem(answer.problem);
    // It arrived before its answer was lost: a third request would import the file a second time.
    if (!answer.ok && answer.problem.code === "idempotency_mismatch")
      setOpen(null);
    return answer.ok ? answer.data : null;
  }

  const read = (file: File, ask: Ask) => {
    const workId = crypto.randomUUID();
    // Whoever asks otherwise before the answer is there wants the other one.
    sending.current?.abort();
    return send<ImportReading>(file, {
      path: `${journey}/import-readings`,
      head: { fileName: file.name.slice(-255), language, workId, ...ask },
      workId,
    });
  };

  const begin = async (file: File, as: Pick<Ask, "table" | "layout"> = {}) => {
    setDone(null);
    setUnfinished(null);
    const reading = await read(file, as);
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
  const importIt = async (from: OpenFile) => {
    const { file, settings, key } = from;
    isUnwanted.current = false;
    const work = await send<ImportWork>(file, {
      path: works,
      head: { fileName: file.name.slice(-255), settings },
      idempotencyKey: key,
    });
    if (!work) return;
    const ended = isUnwanted.current ? await putAway(work) : work;
    if (ended.state === "cancelled") return setUnfinished("cancelled");
    // It was done before it could be cancelled, or nobody could be asked: what became of it is told as of any other.
    put(ended);
    setOpen(null);
    setMine({ id: work.id, from });
  };
  /** Takes an import back as far as that still goes. */
  const putAway = async (work: ImportWork): Promise<ImportWork> => {
    const answer = await api<ImportWork>(`${works}/${work.id}/cancel`, {
      method: "POST",
    });
    if (answer.ok) put(answer.data);
    return answer.ok ? answer.data : work;
  };
  const settle = async (
    { id, from }: Mine,
    known: ImportWork | undefined,
  ): Promise<void> => {
    // One that is not listed any more was cancelled, as far as anybody can tell without asking.
    const asked = known ? null : await api<ImportWork>(`${works}/${id}`);
    const work = known ?? (asked?.ok ? asked.data : null);
    if (work?.importId != null) {
      const item = await api<ImportItem>(`${journey}/imports/${work.importId}`);
      setMine(null);
      // Without an answer it stands among the imports all the same.
      return item.ok ? setDone(item.data) : undefined;
    }
    // It is told here, so that it need not stand in the list for everybody.
    const isKept = work === null || work.state === "cancelled";
    const now = isKept ? work : await putAway(work);
    // It only was silent for long, and is done after all: it is looked at once more.
    if (now?.importId != null) return settle({ id, from }, now);
    setMine(null);
    setOpen(from);
    if (!work) return setProblem(asked && !asked.ok ? asked.problem : null);
    if (work.problem) {
      const { code, errors: fields } = work.problem;
      setProblem({ code, fields, status: 422, requestId: null });
    } else setUnfinished(work.state === "stopped" ? "stopped" : "cancelled");
  };
  const own = mine && known.find(({ id }) => id === mine.id);
  const isOver = mine !== null && own?.state !== "running";
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    if (mine && isOver) void settle(mine, own ?? undefined);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each import that has ended
  }, [mine, isOver]);
  return {
    open,
    done,
    problem,
    /** Null while there is none. */
    way,
    unfinished,
    /** The import of this page that goes on. */
    ownId: mine?.id ?? null,
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
      setUnfinished(null);
      setOpen(
        (now) =>
          now && { ...now, step: now.step === "plan" ? "places" : "columns" },
      );
    },
    stop: () => {
      // An import that has arrived may have begun: it is cancelled as soon as it is known.
      isUnwanted.current = open?.step === "plan" && way?.share === 1;
      if (!isUnwanted.current) sending.current?.abort();
    },
    close: () => {
      sending.current?.abort();
      setProblem(null);
      setUnfinished(null);
      setOpen(null);
    },
    forget: () => setDone(null),
  };
}
