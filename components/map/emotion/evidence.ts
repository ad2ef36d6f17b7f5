"use client";

import { createContext, useContext } from "react";
import { noEvidence, type EvidenceOf } from "@/lib/insight/evidence";
import type { EvidenceGroup } from "@/lib/insight/evidence-of";

/** What is known behind the feelings of this map; without any of it, all of them are assumed. */
export const EvidenceContext = createContext<EvidenceOf>(noEvidence);

export function useEvidence(): EvidenceOf {
  return useContext(EvidenceContext);
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
