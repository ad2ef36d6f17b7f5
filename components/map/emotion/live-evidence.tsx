"use client";

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useRoom } from "@/components/room/room-context";
import { useReadAfterAbsence } from "@/components/room/use-read-after-absence";
import { api } from "@/components/workspace/api-client";
import type { EvidenceSummary } from "@/lib/api/evidence";
import type { EvidenceGroup } from "@/lib/insight/evidence-of";
import type { FunnelCounts } from "@/lib/insight/funnel";
import { isSameJson } from "@/lib/journey/plain";
import { FunnelSourceContext } from "../failure/funnel";
import { MayBringEvidence } from "./evidence";
import { EvidenceProvider } from "./evidence-provider";

/** An answer that says what is known leaves it as it is: with another one every card of the map would be drawn anew. */
const kept = <Value,>(known: Value, answer: Value): Value =>
  isSameJson(known, answer) ? known : answer;

interface LiveEvidenceProps {
  readonly initial: readonly EvidenceGroup[];
  /** After how many months the team calls it old. */
  readonly staleMonths: number;
  /** How many came to the touchpoints, where they were counted. */
  readonly funnel: FunnelCounts | null;
  /** Whether this reader may bring some; not only those may who edit the map. */
  readonly mayBring: boolean;
  readonly children: ReactNode;
}

/** The evidence of this map, asked for again whenever somebody brings some or takes some away. */
export function LiveEvidence(props: LiveEvidenceProps) {
  const { initial, staleMonths, mayBring, children } = props;
  const { client, journeyId, workspaceSlug, source } = useRoom();
  const [groups, setGroups] = useState(initial);
  const [counts, setCounts] = useState(props.funnel);
  const asked = useRef(0);
  const read = useCallback(async () => {
    const mine = (asked.current += 1);
    const slug = encodeURIComponent(workspaceSlug);
    const answer = await api<EvidenceSummary>(
      `/workspaces/${slug}/journeys/${journeyId}/evidence`,
    );
    // An answer that was overtaken says what was, not what is.
    if (!answer.ok || mine !== asked.current) return;
    setGroups((known) => kept(known, answer.data.groups));
    setCounts((known) => kept(known, answer.data.funnel));
  }, [journeyId, workspaceSlug]);
  useEffect(
    () =>
      client?.onEvent(({ noun, id }) => {
        if (noun === "evidence" && id === journeyId) void read();
      }),
    [client, journeyId, read],
  );
  // What was brought between the drawing of the page and the standing of its line was told to nobody here.
  useReadAfterAbsence(read, { fromStart: true });
  const funnel = useMemo(
    () => ({ counts, whole: () => source.get().stages }),
    [counts, source],
  );
  return (
    <MayBringEvidence value={mayBring}>
      <FunnelSourceContext value={funnel}>
        <EvidenceProvider {...{ groups, staleMonths }}>
          {children}
        </EvidenceProvider>
      </FunnelSourceContext>
    </MayBringEvidence>
  );
}
