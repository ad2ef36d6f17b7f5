"use client";

import { useMemo, type ReactNode } from "react";
import { evidenceOf, type EvidenceGroup } from "@/lib/insight/evidence-of";
import {
  EvidenceContext,
  EvidenceGroups,
  StaleMonths,
  useAgeing,
} from "./evidence";

interface EvidenceProviderProps {
  readonly groups: readonly EvidenceGroup[];
  /** After how many months the team calls evidence old. */
  readonly staleMonths: number;
  readonly children: ReactNode;
}

/** Lets the curves inside rest on what is known. */
export function EvidenceProvider(props: EvidenceProviderProps) {
  const { groups, staleMonths, children } = props;
  return (
    <StaleMonths value={staleMonths}>
      <EvidenceGroups value={groups}>
        <Curves groups={groups}>{children}</Curves>
      </EvidenceGroups>
    </StaleMonths>
  );
}

function Curves({
  groups,
  children,
}: Pick<EvidenceProviderProps, "groups" | "children">) {
  const ageing = useAgeing();
  const evidence = useMemo(() => evidenceOf(groups, ageing), [groups, ageing]);
  return <EvidenceContext value={evidence}>{children}</EvidenceContext>;
}
