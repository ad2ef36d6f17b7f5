"use client";

import { useNow } from "next-intl";
import { createContext, useContext, useMemo } from "react";
import { noEvidence, type EvidenceOf } from "@/lib/insight/evidence";
import type { EvidenceGroup } from "@/lib/insight/evidence-of";
import { STALE_MONTHS, type Ageing } from "@/lib/insight/staleness";

/** What is known behind the feelings of this map; without any of it, all of them are assumed. */
export const EvidenceContext = createContext<EvidenceOf>(noEvidence);

export function useEvidence(): EvidenceOf {
  return useContext(EvidenceContext);
}

/** After how many months the team calls evidence old. */
export const StaleMonths = createContext(STALE_MONTHS);

/** By what it is told whether evidence is old. */
export function useAgeing(): Ageing {
  const staleMonths = useContext(StaleMonths);
  const today = useNow().toISOString().slice(0, 10);
  return useMemo(() => ({ today, staleMonths }), [today, staleMonths]);
}

/** Whether this reader may write down what they know. */
export const MayBringEvidence = createContext(false);

export function useMayBringEvidence(): boolean {
  return useContext(MayBringEvidence);
}

const NO_GROUPS: readonly EvidenceGroup[] = [];

/** The same as it was summed up, for counting. */
export const EvidenceGroups =
  createContext<readonly EvidenceGroup[]>(NO_GROUPS);

export function useEvidenceGroups(): readonly EvidenceGroup[] {
  return useContext(EvidenceGroups);
}
