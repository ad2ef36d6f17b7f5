"use client";

import { useEffect, useState } from "react";
import { api, type Problem } from "@/components/workspace/api-client";

interface Answer<Data> {
  readonly data: Data | null;
  readonly problem: Problem | null;
}

interface Held<Data> extends Answer<Data> {
  readonly path: string;
}

/** What the API answers to a path; null while it is on its way. What a version says never changes, so it is kept. */
export function useAnswer<Data>(path: string | null): Answer<Data> {
  const [kept] = useState(() => new Map<string, Data>());
  const [held, setHeld] = useState<Held<Data> | null>(null);
  useEffect(() => {
    if (path === null || kept.has(path)) return;
    const stop = new AbortController();
    void api<Data>(path, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) kept.set(path, answer.data);
      setHeld({
        path,
        data: answer.ok ? answer.data : null,
        problem: answer.ok ? null : answer.problem,
      });
    });
    return () => stop.abort();
  }, [path, kept]);
  if (path === null) return { data: null, problem: null };
  const data = kept.get(path) ?? null;
  return { data, problem: held?.path === path ? held.problem : null };
}
