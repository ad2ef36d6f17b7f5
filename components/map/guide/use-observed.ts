"use client";

import { useEffect, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { api } from "@/components/workspace/api-client";
import type { EvidenceSummary } from "@/lib/api/evidence";
import type { EvidenceReading } from "@/lib/insight/evidence";
import type { PersonaGroup } from "@/lib/insight/evidence-of";
import { readSums } from "@/lib/insight/evidence-sums";
import { useAgeing, useEvidenceGroups } from "../emotion/evidence";

const NONE: readonly PersonaGroup[] = [];

/** What people said when they were asked about the whole, by persona; asked for again with the evidence of the map. */
export function useObserved(): (personaId: string) => EvidenceReading | null {
  const { workspaceSlug, journeyId } = useRoom();
  const edition = useEvidenceGroups();
  const ageing = useAgeing();
  const [known, setKnown] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    const slug = encodeURIComponent(workspaceSlug);
    void api<EvidenceSummary>(
      `/workspaces/${slug}/journeys/${journeyId}/evidence`,
    ).then((answer) => {
      if (answer.ok && !isOver) setKnown(answer.data.personas);
    });
    return () => {
      isOver = true;
    };
  }, [workspaceSlug, journeyId, edition]);
  return (personaId) => {
    const sums = known.find((one) => one.personaId === personaId);
    return sums ? readSums(sums, ageing) : null;
  };
}
