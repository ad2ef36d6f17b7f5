"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { useReadAfterAbsence } from "@/components/room/use-read-after-absence";
import { api, type Problem } from "@/components/workspace/api-client";
import type { VersionItem, VersionList } from "@/lib/api/versions";

export interface Versions {
  readonly list: readonly VersionItem[];
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  /** Null where there are no older ones. */
  readonly more: (() => void) | null;
  readonly reload: () => void;
}

/** The path of everything about the history of the map around. */
export function useVersionsPath(): string {
  const { workspaceSlug, journeyId } = useRoom();
  return `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}`;
}

interface State {
  readonly list: readonly VersionItem[];
  readonly nextCursor: string | null;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
}

const BEFORE: State = {
  list: [],
  nextCursor: null,
  isLoading: true,
  problem: null,
};

/** The versions of the map around, newest first; a new one appears by itself. */
export function useVersions(): Versions {
  const { client, journeyId } = useRoom();
  const path = `${useVersionsPath()}/versions`;
  const [state, setState] = useState(BEFORE);

  const asked = useRef(0);
  const load = useCallback(
    async (cursor: string | null) => {
      const isFirst = cursor === null;
      const mine = isFirst ? (asked.current += 1) : 0;
      const answer = await api<VersionList>(
        isFirst ? path : `${path}?cursor=${cursor}`,
      );
      // An answer that was overtaken lacks the version that the later one was asked for.
      if (isFirst && mine !== asked.current) return;
      setState((before) => {
        if (!answer.ok)
          return { ...before, isLoading: false, problem: answer.problem };
        const { versions, nextCursor } = answer.data;
        const old = before.list;
        const oldest = versions.at(-1)?.seq ?? 0;
        const kept = isFirst ? old.filter(({ seq }) => seq < oldest) : old;
        return {
          list: isFirst ? [...versions, ...kept] : [...kept, ...versions],
          nextCursor:
            isFirst && kept.length > 0 ? before.nextCursor : nextCursor,
          isLoading: false,
          problem: null,
        };
      });
    },
    [path],
  );
  const read = useCallback(() => load(null), [load]);
  const reload = useCallback(() => void read(), [read]);

  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the server answers arrives later
    reload();
    return client?.onEvent(({ noun, id }) => {
      if (noun === "version" && id === journeyId) reload();
    });
  }, [client, journeyId, reload]);
  useReadAfterAbsence(read, { fromStart: true });

  const { list, nextCursor, isLoading, problem } = state;
  const more = nextCursor === null ? null : () => void load(nextCursor);
  return { list, isLoading, problem, more, reload };
}
