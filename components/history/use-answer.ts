"use client";

import { useEffect, useState } from "react";
import { api, type Problem } from "@/components/workspace/api-client";

interface Answer<Data> {
  readonly data: Data | null;
  readonly problem: Problem | null;
}

interface Held<Data> extends Answer<Data> {
  readonly key: string;
  readonly path: string;
}

/**
 * What the API answers to a path; null while it is on its way. What a version says never changes, so it is kept.
 *
 * @param edition - another one asks again; until then the answer to the one before is the best there is.
 */
export function useAnswer<Data>(
  path: string | null,
  edition = 0,
): Answer<Data> {
  const [kept] = useState(() => new Map<string, Data>());
  const [held, setHeld] = useState<Held<Data> | null>(null);
  const key = `${path} ${edition}`;
  useEffect(() => {
    if (path === null || kept.has(key)) return;
    const stop = new AbortController();
    void api<Data>(path, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) kept.set(key, answer.data);
      setHeld((before) => ({
        key,
        path,
        data: answer.ok ? answer.data : dataOf(before, path),
        problem: answer.ok ? null : answer.problem,
      }));
    });
    return () => stop.abort();
  }, [path, key, kept]);
  if (path === null) return { data: null, problem: null };
  const problem = held?.key === key ? held.problem : null;
  return { data: kept.get(key) ?? dataOf(held, path), problem };
}

function dataOf<Data>(held: Held<Data> | null, path: string): Data | null {
  return held?.path === path ? held.data : null;
}
