"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import type { EvidenceReading } from "@/lib/insight/evidence";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useEvidenceGroups } from "./evidence";

interface AssumedNote {
  /** For what is described. */
  readonly describedBy: string | undefined;
  /** Stands somewhere beside it; never to be seen. */
  readonly note: ReactNode;
}

/**
 * That a feeling is only assumed, where it is and others of the map are not: it is drawn hollow there, which who only
 * hears it would not know. On a map without evidence it would be said of every point, and tell nobody anything.
 */
export function useAssumedNote(
  own: Emotion | null,
  found: EvidenceReading | null,
): AssumedNote {
  const t = useTranslations("emotion.evidence");
  const id = useId();
  const isTold = useEvidenceGroups().length > 0 && own !== null && !found;
  if (!isTold) return { describedBy: undefined, note: null };
  const note = (
    <span id={id} hidden>
      {t("hollow")}
    </span>
  );
  return { describedBy: id, note };
}
