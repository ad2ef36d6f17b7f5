"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { EmotionFace } from "@/components/ui/emotion-face";
import type { PersonaId } from "@/lib/journey/ids";
import type { Touchpoint } from "@/lib/journey/journey-map";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import { EvidenceLine } from "../emotion/evidence-line";
import { useEvidence } from "../emotion/evidence";
import { LazyLevelPicker } from "../emotion/lazy-level-picker";
import { emotionForKey, useLevelName } from "../emotion/levels";
import { useAssumedNote } from "../emotion/assumed-note";
import { usePointWords } from "../emotion/point-words";
import type { ViewWrite } from "./view-props";
import type { WalkStop } from "./use-walk";

interface EmotionButtonProps {
  readonly touchpoint: Touchpoint;
  readonly personaId: PersonaId;
  readonly write: ViewWrite | null;
  readonly stop: WalkStop;
}

/** A feeling as face and word; it opens the five levels, and 1 to 5 set one at once. */
export function EmotionButton(props: EmotionButtonProps) {
  const { touchpoint, personaId, write, stop } = props;
  const t = useTranslations("emotion");
  const { personaOf } = useCatalogue();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isPicking, setPicking] = useState(false);
  const value = touchpoint.emotions[personaId] ?? null;
  const name = personaOf(personaId)?.name ?? "";
  const found = useEvidence()(touchpoint.id, personaId);
  const words = usePointWords();
  const { describedBy, note } = useAssumedNote(value, found);
  const face = <Feeling value={value} />;
  const evidence = found ? (
    <div className="mb-1 text-ink">
      <EvidenceLine touchpointId={touchpoint.id} {...{ personaId }} />
    </div>
  ) : null;
  if (!write)
    return (
      <div {...stop}>
        {evidence}
        {face}
      </div>
    );
  const label = name ? `${touchpoint.title}, ${name}` : touchpoint.title;
  return (
    <>
      {evidence}
      <button
        ref={trigger}
        type="button"
        {...stop}
        aria-haspopup="dialog"
        aria-label={`${label}: ${words(value, found)}`}
        aria-describedby={describedBy}
        onClick={() => setPicking(true)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = emotionForKey(event.key);
          if (next === undefined) return;
          event.preventDefault();
          if (next !== value) write.setEmotion(touchpoint.id, personaId, next);
        }}
        className="-mx-1.5 -my-1 flex min-h-7 items-center rounded-sm px-1.5 py-1 text-left hover:bg-hover pointer-coarse:min-h-11"
      >
        {note}
        {face}
      </button>
      {isPicking ? (
        <LazyLevelPicker
          label={t("choose", { where: label })}
          value={value}
          triggerRef={trigger}
          onClose={() => setPicking(false)}
          onPick={(next) =>
            next !== value && write.setEmotion(touchpoint.id, personaId, next)
          }
        />
      ) : null}
    </>
  );
}

/** What the team says: hollow, because nothing stands behind it but their word. */
function Feeling({ value }: { readonly value: Emotion | null }) {
  const levelName = useLevelName();
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-2">
      {value === null ? (
        <span
          aria-hidden="true"
          className="size-5 rounded-full border border-dashed border-control"
        />
      ) : (
        <EmotionFace value={value} isHollow />
      )}
      <span className={value === null ? "text-ink-3" : undefined}>
        {levelName(value)}
      </span>
    </span>
  );
}
