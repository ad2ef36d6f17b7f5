"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLookAgain } from "@/components/ui/use-look-again";
import { api, type Problem } from "@/components/workspace/api-client";
import type { ActivityItem, ActivityList } from "@/lib/api/activity";

const everyMs = 20_000;

/** Newest first; what is told in both is told as the newer list has it. */
function joined(
  newer: readonly ActivityItem[],
  older: readonly ActivityItem[],
): ActivityItem[] {
  const known = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !known.has(id))];
}

/** Deeds of a newer list that are not told yet, or were done again since. */
function newsIn(
  page: ActivityList,
  shown: readonly ActivityItem[],
): ActivityItem[] {
  const known = new Map(shown.map(({ id, at }) => [id, at]));
  return page.items.filter(({ id, at }) => known.get(id) !== at);
}

interface Activity {
  /** Null until it is known. */
  readonly items: readonly ActivityItem[] | null;
  readonly problem: Problem | null;
  /** How much came since; it waits until somebody wants to see it. */
  readonly news: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly showNews: () => void;
  /** Resolves false where the server could not be asked. */
  readonly readMore: () => Promise<boolean>;
  /** Looks whether there is something new. */
  readonly look: () => Promise<void>;
}

/**
 * What people did, a page at a time. What comes while somebody reads does not move what they read.
 *
 * @param path - of the API, with everything that narrows the list.
 * @param initial - the first page, where the server drew it.
 */
export function useActivity(
  path: string,
  initial: ActivityList | null,
): Activity {
  const [list, setList] = useState<ActivityList | null>(initial);
  const [fresh, setFresh] = useState<ActivityList | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(false);
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const look = useCallback(async () => {
    const answer = await api<ActivityList>(path);
    if (!answer.ok) {
      // What is shown stays, whatever becomes of looking for more.
      if (!latest.current) setProblem(answer.problem);
      return;
    }
    setProblem(null);
    if (latest.current) setFresh(answer.data);
    else setList(answer.data);
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    if (latest.current === null) void look();
  }, [look]);
  useLookAgain(look, everyMs);
  const news = fresh && list ? newsIn(fresh, list.items).length : 0;
  return {
    items: list?.items ?? null,
    problem,
    news,
    hasMore: list?.nextCursor != null,
    isLoading,
    look,
    showNews() {
      if (!fresh || !list) return;
      const known = new Map(list.items.map(({ id, at }) => [id, at]));
      // More came than a page holds: what lies between is read from the page on. A deed done again moves up with its
      // id, so only one that stands where it stood says that the page reaches down to what is shown.
      const isGap =
        fresh.nextCursor !== null &&
        !fresh.items.some(({ id, at }) => known.get(id) === at);
      setList(
        isGap ? fresh : { ...list, items: joined(fresh.items, list.items) },
      );
      setFresh(null);
    },
    async readMore() {
      const cursor = list?.nextCursor;
      if (!cursor) return true;
      setLoading(true);
      const sign = path.includes("?") ? "&" : "?";
      const answer = await api<ActivityList>(`${path}${sign}cursor=${cursor}`);
      setLoading(false);
      if (!answer.ok) return false;
      setProblem(null);
      const { items, nextCursor } = answer.data;
      // News shown meanwhile stay; after a list that begins anew this page is not the next one.
      setList((now) =>
        now?.nextCursor === cursor
          ? { items: joined(now.items, items), nextCursor }
          : now,
      );
      return true;
    },
  };
}
