"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { api, type ApiResult } from "@/components/workspace/api-client";
import type {
  ViewChange,
  ViewFields,
  ViewItem,
  ViewList,
} from "@/lib/api/views";

export interface Views {
  /** Null until they are known. */
  readonly list: readonly ViewItem[] | null;
  readonly hasFailed: boolean;
  readonly save: (fields: ViewFields) => Promise<ApiResult<ViewItem>>;
  readonly change: (
    id: string,
    change: ViewChange,
  ) => Promise<ApiResult<ViewItem>>;
  readonly remove: (id: string) => Promise<ApiResult<null>>;
}

/** The saved views of this map, asked for again when a colleague changes a shared one. */
export function useViews(): Views {
  const { workspaceSlug, journeyId, client } = useRoom();
  const [list, setList] = useState<readonly ViewItem[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const path = `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/views`;
  const read = useCallback(async () => {
    const answer = await api<ViewList>(path);
    setFailed(!answer.ok);
    if (answer.ok) setList(answer.data.views);
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void read();
    return client?.onEvent(({ noun }) => {
      if (noun === "view") void read();
    });
  }, [client, read]);
  return useMemo(() => {
    const then = async <T>(asked: Promise<ApiResult<T>>) => {
      const answer = await asked;
      await read();
      return answer;
    };
    return {
      list,
      hasFailed,
      save: (body) => then(api<ViewItem>(path, { method: "POST", body })),
      change: (id, body) =>
        then(api<ViewItem>(`${path}/${id}`, { method: "PATCH", body })),
      remove: (id) => then(api<null>(`${path}/${id}`, { method: "DELETE" })),
    };
  }, [list, hasFailed, path, read]);
}
