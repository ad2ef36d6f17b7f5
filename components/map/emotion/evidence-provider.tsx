"use client";

import { useNow } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { evidenceOf, type EvidenceGroup } from "@/lib/insight/evidence-of";
import { EvidenceContext, EvidenceGroups } from "./evidence";

interface EvidenceProviderProps {
  readonly groups: readonly EvidenceGroup[];
  readonly children: ReactNode;
}

/** Lets the curves inside rest on what is known. */
export function EvidenceProvider({ groups, children }: EvidenceProviderProps) {
  const today = useNow().toISOString().slice(0, 10);
  const evidence = useMemo(() => evidenceOf(groups, today), [groups, today]);
  return (
    <EvidenceGroups value={groups}>
      <EvidenceContext value={evidence}>{children}</EvidenceContext>
    </EvidenceGroups>
  );
}
