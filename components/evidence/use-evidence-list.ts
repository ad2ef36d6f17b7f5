"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api, type Problem } from "@/components/workspace/api-client";
import type { EvidenceItem, EvidenceList } from "@/lib/api/evidence";

interface Loaded {
  /** Null until it is known. */
  readonly list: readonly EvidenceItem[] | null;
  readonly problem: Problem | null;
  readonly hasMore: boolean;
  readonly readMore: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

/**
 * Evidence, newest first, a page at a time.
 *
 * @param path - of the list with what narrows it.
 * @param edition - another one says that something may have changed.
 */
export function useEvidenceList(path: string, edition: unknown): Loaded {
  const [list, setList] = useState<Loaded["list"]>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(0);
  const read = useCallback(
    async (after: string | null) => {
      const mine = (asked.current += 1);
      const answer = await api<EvidenceList>(
        after === null ? path : `${path}&cursor=${after}`,
      );
      // What was asked before something changed is not put over what was asked after it.
      if (mine !== asked.current) return;
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      const { evidence, nextCursor } = answer.data;
      setList((before) =>
        after === null ? evidence : [...(before ?? []), ...evidence],
      );
      setCursor(nextCursor);
    },
    [path],
  );
  const reload = useCallback(() => read(null), [read]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void reload();
  }, [reload, edition]);
  return {
    list,
    problem,
    hasMore: cursor !== null,
    readMore: () => read(cursor),
    reload,
  };
}
