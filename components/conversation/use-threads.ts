"use client";

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { api, type Problem } from "@/components/workspace/api-client";
import type {
  ThreadDetail,
  ThreadItem,
  ThreadList,
  ThreadState,
} from "@/lib/api/comments";
import { useTalk } from "./talk-context";

/** What a list of threads is narrowed to. */
export interface ThreadsWanted {
  readonly state: ThreadState;
  /** Id of a thing, "map" for the map itself, null for any. */
  readonly about: string | null;
  readonly isMine: boolean;
}

interface Threads {
  /** Null until it is known. */
  readonly list: readonly ThreadItem[] | null;
  readonly problem: Problem | null;
  readonly hasMore: boolean;
  readonly readMore: () => Promise<void>;
}

const pageSize = 20;
const mostAtOnce = 100;

/** Another number says that something was said or settled. */
export function useEdition(): number {
  const { store } = useTalk();
  return useSyncExternalStore(
    store.subscribe,
    store.getEdition,
    store.getEdition,
  );
}

/** The threads of this map, the newest word first, a page at a time; asked for again when something happens. */
export function useThreads({ state, about, isMine }: ThreadsWanted): Threads {
  const { base, journeyId } = useTalk();
  const edition = useEdition();
  const [list, setList] = useState<Threads["list"]>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(0);
  const shown = useRef(0);
  const path = `${base}/journeys/${journeyId}/threads?state=${state}&mine=${isMine}${about === null ? "" : `&about=${about}`}`;
  const read = useCallback(
    async (after: string | null) => {
      const mine = (asked.current += 1);
      // What somebody has read on to stays in their sight.
      const limit =
        after === null
          ? Math.min(mostAtOnce, Math.max(pageSize, shown.current))
          : pageSize;
      const rest = after === null ? "" : `&cursor=${after}`;
      const answer = await api<ThreadList>(`${path}&limit=${limit}${rest}`);
      // What was asked before something happened is not put over what was asked after it.
      if (mine !== asked.current) return;
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      const { threads, nextCursor } = answer.data;
      setList((before) =>
        after === null ? threads : [...(before ?? []), ...threads],
      );
      setCursor(nextCursor);
    },
    [path],
  );
  useEffect(() => {
    shown.current = list?.length ?? 0;
  }, [list]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void read(null);
  }, [read, edition]);
  return {
    list,
    problem,
    hasMore: cursor !== null,
    readMore: () => read(cursor),
  };
}

interface Thread {
  readonly detail: ThreadDetail | null;
  readonly problem: Problem | null;
  /** Takes over what the server answered to a change. */
  readonly take: (detail: ThreadDetail) => void;
}

/** A thread with all that was said in it, as long as somebody wants to see it; asked for again when something happens. */
export function useThread(threadId: string | null): Thread {
  const { base } = useTalk();
  const edition = useEdition();
  const [detail, take] = useState<ThreadDetail | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    if (threadId === null) return;
    const mine = (asked.current += 1);
    void api<ThreadDetail>(`${base}/threads/${threadId}`).then((answer) => {
      if (mine !== asked.current) return;
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) take(answer.data);
    });
  }, [base, threadId, edition]);
  return { detail, problem, take };
}
