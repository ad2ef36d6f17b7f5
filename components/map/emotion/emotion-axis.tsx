"use client";

import { levelY } from "@/lib/layout/curve";
import { EMOTION_LANE_HEIGHT, EMOTION_LANE_PADDING } from "./emotion-lane";
import { EmotionFace } from "@/components/ui/emotion-face";
import { LEVELS, useLevelName } from "./levels";

/** The five levels beside the curve, at their heights: face and name. */
export function EmotionAxis({
  height = EMOTION_LANE_HEIGHT,
}: {
  readonly height?: number;
}) {
  const levelName = useLevelName();
  const frame = { height, padding: EMOTION_LANE_PADDING };
  return (
    <div className="relative w-full" style={{ height }}>
      {LEVELS.map((level) => (
        <span
          key={level}
          style={{ top: levelY(level, frame) }}
          className="absolute inset-x-0 flex -translate-y-1/2 items-center justify-end gap-1.5 text-2xs text-ink-2"
        >
          <span className="min-w-0 truncate">{levelName(level)}</span>
          <EmotionFace value={level} className="size-4" />
        </span>
      ))}
    </div>
  );
}
