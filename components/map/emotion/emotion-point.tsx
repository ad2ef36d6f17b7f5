"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type KeyboardEvent } from "react";
import { cx } from "@/components/ui/cx";
import { tipOf } from "@/components/ui/tooltip";
import type { EvidenceReading } from "@/lib/insight/evidence";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { CurveFrame } from "@/lib/layout/curve";
import { FaceOutline } from "@/components/ui/emotion-face";
import { LazyLevelPicker } from "./lazy-level-picker";
import { emotionForKey, steppedLevel } from "./levels";
import { PointFace } from "./point-face";
import { useAssumedNote } from "./assumed-note";
import { usePointWords } from "./point-words";
import type { FaceShape } from "@/components/ui/emotion-face";
import { useEmotionDrag } from "./use-emotion-drag";

export interface EmotionPointProps {
  /** The touchpoint, with the persona where several are shown. */
  readonly label: string;
  readonly personaId: string;
  readonly value: Emotion | null;
  /** From the left edge of what it is placed in. */
  readonly x: number;
  readonly y: number;
  readonly frame: CurveFrame;
  readonly shape: FaceShape;
  /** What evidence says here; it is drawn apart, and the team's own reading stands hollow and small beside it. */
  readonly found: EvidenceReading | null;
  readonly tabIndex: number;
  readonly onPreview: (value: Emotion | null) => void;
  readonly onSet: (value: Emotion | null) => void;
}

/** One feeling as a slider with five levels, or the slot where it could be said. */
export function EmotionPoint(props: EmotionPointProps) {
  const { value, x, y, frame, label } = props;
  const t = useTranslations("emotion");
  const words = usePointWords();
  const { describedBy, note } = useAssumedNote(value, props.found);
  const ref = useRef<HTMLDivElement>(null);
  const [isPicking, setPicking] = useState(false);
  const drag = useEmotionDrag({
    frame,
    y,
    onPreview: props.onPreview,
    onCommit: props.onSet,
    onPress: () => setPicking(true),
  });

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = emotionForKey(event.key) ?? steppedLevel(value, event.key);
    const clears = emotionForKey(event.key) === null;
    if (clears || next !== undefined) {
      if (clears ? value !== null : next !== value)
        props.onSet(clears ? null : (next ?? null));
    } else if (event.key === "Enter" || event.key === " ") {
      setPicking(true);
    } else if (event.key === "Escape" && drag.isHeld()) {
      drag.cancel();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={ref}
        role="slider"
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={5}
        aria-valuenow={(value ?? 0) + 3}
        aria-valuetext={words(value, props.found)}
        aria-describedby={describedBy}
        {...(props.found && tipOf({ text: words(value, props.found) }))}
        data-persona={props.personaId}
        data-unset={value === null || undefined}
        tabIndex={props.tabIndex}
        {...drag.handlers}
        onKeyDown={handleKeyDown}
        style={{ left: x, top: y }}
        className={cx(
          "group/point absolute z-1 -mt-3 -ml-3 size-6 cursor-ns-resize touch-none rounded-full select-none",
          "before:absolute before:inset-0 pointer-coarse:before:-inset-2.5",
          "transition-[top] duration-150 ease-out hover:z-2 focus-visible:z-2",
          props.found && "*:scale-70",
        )}
      >
        {note}
        {value === null ? (
          <OpenSlot shape={props.shape} />
        ) : (
          <span className="block transition-transform duration-100 group-hover/point:scale-115">
            <PointFace shape={props.shape} isHollow value={value} />
          </span>
        )}
      </div>
      {isPicking ? (
        <LazyLevelPicker
          label={t("choose", { where: label })}
          value={value}
          triggerRef={ref}
          onClose={() => setPicking(false)}
          onPick={(next) => next !== value && props.onSet(next)}
        />
      ) : null}
    </>
  );
}

/** A hollow, dashed place that asks to be filled. */
export function OpenSlot({ shape }: { readonly shape: FaceShape }) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      className="block fill-surface/80 stroke-control transition-colors group-hover/point:fill-accent-tint group-hover/point:stroke-accent"
      strokeWidth="1.5"
    >
      <g transform="translate(2.4 2.4) scale(.8)">
        <FaceOutline shape={shape} strokeDasharray="3.2 3" />
      </g>
      <path
        d="M12 8.8v6.4M8.8 12h6.4"
        strokeLinecap="round"
        className="opacity-0 transition-opacity group-hover/point:opacity-100 group-focus-visible/point:opacity-100 pointer-coarse:opacity-100 forced-colors:stroke-[CanvasText]"
      />
    </svg>
  );
}
