"use client";

import { EmotionFace } from "@/components/ui/emotion-face";
import { nearestLevel } from "@/lib/insight/evidence";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import { useEvidence } from "./evidence";
import { useEvidenceWords } from "./point-words";

interface EvidenceLineProps {
  readonly touchpointId: TouchpointId;
  readonly personaId: PersonaId;
  readonly faceClass?: string;
}

/** What evidence says of a feeling, as face and words beside the team's own reading; nothing where there is too little. */
export function EvidenceLine(props: EvidenceLineProps) {
  const { touchpointId, personaId, faceClass } = props;
  const found = useEvidence()(touchpointId, personaId);
  const words = useEvidenceWords();
  if (!found) return null;
  return (
    <span className="flex items-center gap-1.5">
      <EmotionFace value={nearestLevel(found.mean)} className={faceClass} />
      <span className="min-w-0">{words(found)}</span>
    </span>
  );
}
