"use client";

import { useEffect, useState } from "react";
import { api } from "@/components/workspace/api-client";
import type { SearchHits } from "@/lib/api/search";

/** While somebody types, asking at each letter would only be thrown away. */
const PAUSE_MS = 150;

export interface Found {
  readonly hits: SearchHits | null;
  readonly isSearching: boolean;
  readonly hasFailed: boolean;
}

interface Answer {
  readonly q: string;
  readonly hits: SearchHits | null;
}

/** What the workspace holds under the words of a query; until that is known, what the one before found. */
export function useHits(slug: string, query: string): Found {
  const q = query.trim().slice(0, 200);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        const path = `/workspaces/${slug}/search?q=${encodeURIComponent(q)}`;
        void api<SearchHits>(path, { signal: stop.signal }).then((result) => {
          if (stop.signal.aborted) return;
          setAnswer({ q, hits: result.ok ? result.data : null });
        });
      },
      q === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, q]);
  const isSearching = answer?.q !== q;
  return {
    hits: answer?.hits ?? null,
    isSearching,
    hasFailed: !isSearching && answer.hits === null,
  };
}
