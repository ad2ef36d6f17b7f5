"use client";

import { createContext, useContext } from "react";
import { noEvidence, type EvidenceOf } from "@/lib/insight/evidence";

/** What is known behind the feelings of this map; without any of it, all of them are assumed. */
export const EvidenceContext = createContext<EvidenceOf>(noEvidence);

export function useEvidence(): EvidenceOf {
  return useContext(EvidenceContext);
}
