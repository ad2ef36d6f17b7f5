"use client";

import { useCallback, useEffect, useState } from "react";
import { useEdition } from "@/components/history/use-edition";
import { useRoom } from "@/components/room/room-context";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { api, type Problem } from "@/components/workspace/api-client";
import type { JourneyReviews } from "@/lib/api/reviews";

interface Reviews {
  /** Null until the server has told. */
  readonly standing: JourneyReviews | null;
  readonly problem: Problem | null;
  /** What the API calls the journey, and its reviews below that. */
  readonly path: string;
  readonly reload: () => Promise<void>;
}

/** How this map stands with its reviews; asked for again when somebody reviews it or has changed it. */
export function useReviews(): Reviews {
  const { client, journeyId, workspaceSlug } = useRoom();
  const [standing, setStanding] = useState<JourneyReviews | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}`;

  const edition = useEdition(useJourneyMap((map) => map));

  const reload = useCallback(async () => {
    const read = await api<JourneyReviews>(`${path}/reviews`);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) setStanding(read.data);
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the server says arrives later
    void reload();
    return client?.onEvent(({ noun, id }) => {
      if (noun === "journey" && id === journeyId) void reload();
    });
  }, [client, journeyId, reload, edition]);
  return { standing, problem, path, reload };
}
