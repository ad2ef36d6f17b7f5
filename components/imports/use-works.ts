"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/components/workspace/api-client";
import type { ImportWork, ImportWorkList } from "@/lib/api/import-works";

/** How often is asked: while something goes on, more rarely where nothing moves, and while nothing does. */
const pauses = { quickMs: 500, slowMs: 2_000, idleMs: 15_000 } as const;
const slower = 1.5;

const isRunning = ({ state }: ImportWork) => state === "running";

export interface Works {
  /** The newest first. */
  readonly works: readonly ImportWork[];
  /** One that has just begun, or whose end is known from somewhere else. */
  readonly put: (work: ImportWork) => void;
}

/** The imports that go on in a journey, whoever began them, and those that did not come to their end. */
export function useWorks(
  path: string,
  { first, onDone }: { first: readonly ImportWork[]; onDone: () => void },
): Works {
  const [works, setWorks] = useState(first);
  const latest = useRef({ works: first, turn: 0, onDone });
  useEffect(() => {
    latest.current.onDone = onDone;
  });

  const show = useCallback((next: readonly ImportWork[]) => {
    const known = new Set(
      latest.current.works.flatMap(({ state, id }) =>
        state === "done" ? id : [],
      ),
    );
    latest.current.turn += 1;
    latest.current.works = next;
    setWorks(next);
    if (next.some(({ state, id }) => state === "done" && !known.has(id)))
      latest.current.onDone();
  }, []);

  /** Whether anything has moved since it was asked last. */
  const look = useCallback(async (): Promise<boolean> => {
    const { turn, works: before } = latest.current;
    const answer = await api<ImportWorkList>(path);
    // What was asked before another one began does not know it.
    if (!answer.ok || turn !== latest.current.turn) return false;
    const hasMoved =
      JSON.stringify(answer.data.works) !== JSON.stringify(before);
    if (hasMoved) show(answer.data.works);
    return hasMoved;
  }, [path, show]);

  const isBusy = works.some(isRunning);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause: number = isBusy ? pauses.quickMs : pauses.idleMs;
    const turn = async () => {
      // A page that nobody sees asks when it is seen again.
      if (document.visibilityState !== "visible") return;
      const hasMoved = await look();
      if (isBusy)
        pause = hasMoved
          ? pauses.quickMs
          : Math.min(pauses.slowMs, pause * slower);
      later();
    };
    const later = () => {
      clearTimeout(timer);
      if (!isOver) timer = setTimeout(() => void turn(), pause);
    };
    const seen = () => {
      if (document.visibilityState === "visible") void turn();
    };
    later();
    document.addEventListener("visibilitychange", seen);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [look, isBusy]);

  const put = useCallback(
    (work: ImportWork) => {
      const others = latest.current.works.filter(({ id }) => id !== work.id);
      show(work.state === "cancelled" ? others : [work, ...others]);
    },
    [show],
  );
  return { works, put };
}
