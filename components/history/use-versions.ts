"use client";

import { useCallback, useEffect, useState } from "react";
import { useRoom } from "@/components/room/room-context";
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

  const load = useCallback(
    async (cursor: string | null) => {
      const answer = await api<VersionList>(
        cursor === null ? path : `${path}?cursor=${cursor}`,
      );
      setState((before) => {
        if (!answer.ok)
          return { ...before, isLoading: false, problem: answer.problem };
        const { versions, nextCursor } = answer.data;
        const old = before.list;
        const oldest = versions.at(-1)?.seq ?? 0;
        const isFirst = cursor === null;
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
  const reload = useCallback(() => void load(null), [load]);

  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the server answers arrives later
    reload();
    return client?.onEvent(({ noun, id }) => {
      if (noun === "version" && id === journeyId) reload();
    });
  }, [client, journeyId, reload]);

  const { list, nextCursor, isLoading, problem } = state;
  const more = nextCursor === null ? null : () => void load(nextCursor);
  return { list, isLoading, problem, more, reload };
}
