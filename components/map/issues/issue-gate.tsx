"use client";

import { useMapParts } from "@/components/room/use-journey-map";
import { lazyPart } from "@/components/ui/lazy-part";

const PARTS = ["issues"] as const;

const IssueChip = lazyPart(
  async () => (await import("./issue-chip")).IssueChip,
  { takesKeys: false },
);

/** Most maps are whole, and of those nothing is said. */
export function IssueGate() {
  const isWhole = useMapParts(PARTS, ({ issues }) => issues.length === 0);
  return isWhole ? null : <IssueChip />;
}
