"use client";

import type { EvidenceItem } from "@/lib/api/evidence";
import { scoreChange, type ScoredPiece } from "@/lib/imports/score-change";
import { useCountedWords } from "./use-counted-words";

interface CountedLinesProps {
  readonly item: EvidenceItem;
  /** Among which an earlier score of the same question may be. */
  readonly others: readonly EvidenceItem[];
}

const scoredOf = (item: EvidenceItem): ScoredPiece => ({
  about: [item.touchpointId, item.persona?.id, item.note].join("\n"),
  from: item.heldFrom ?? item.heldOn,
  to: item.heldOn,
  n: item.n,
  counted: item.counted,
});

/** What an import counted beside the figure of a piece. */
export function CountedLines({ item, others }: CountedLinesProps) {
  const words = useCountedWords();
  const change = scoreChange(scoredOf(item), others.map(scoredOf));
  const isTickets = item.origin === "tickets";
  const lines = [
    ...words.counted({ ...item, isTickets }),
    ...(change ? [words.change(change)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-xs hyphens-auto text-ink-2 tabular-nums">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
