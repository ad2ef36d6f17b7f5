"use client";

import { useEffect, useState } from "react";
import { useEvidenceGroups } from "@/components/map/emotion/evidence";
import { useRoom } from "@/components/room/room-context";
import { api } from "@/components/workspace/api-client";
import type { JourneyFlow } from "@/lib/api/journey-flow";

export type Flow = NonNullable<JourneyFlow["flow"]>;
export type TouchpointFlow = Flow["touchpoints"][number];

/** What the newest event log tells of this map, asked for again with its evidence; null where there is none. */
export function useFlow(): Flow | null {
  const { workspaceSlug, journeyId } = useRoom();
  const edition = useEvidenceGroups();
  const [flow, setFlow] = useState<Flow | null>(null);
  useEffect(() => {
    let isOver = false;
    const slug = encodeURIComponent(workspaceSlug);
    void api<JourneyFlow>(
      `/workspaces/${slug}/journeys/${journeyId}/flow`,
    ).then((answer) => {
      if (answer.ok && !isOver) setFlow(answer.data.flow);
    });
    return () => {
      isOver = true;
    };
  }, [workspaceSlug, journeyId, edition]);
  return flow;
}
