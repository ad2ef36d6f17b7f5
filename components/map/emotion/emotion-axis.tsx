"use client";

import { levelY, type CurveFrame } from "@/lib/layout/curve";
import { LEVELS, useLevelName } from "./levels";

interface EmotionAxisProps {
  readonly frame: CurveFrame;
  /** What stays in view at the left of the lane, in pixels. */
  readonly left: number;
}

/** The names of the five levels at their heights; they stay in view while the map is scrolled. */
export function EmotionAxis({ frame, left }: EmotionAxisProps) {
  const levelName = useLevelName();
  return (
    <div
      aria-hidden="true"
      style={{ left, height: frame.height }}
      className="pointer-events-none sticky w-0"
    >
      {LEVELS.map((level) => (
        <span
          key={level}
          style={{ top: levelY(level, frame) }}
          className="absolute left-1.5 -translate-y-1/2 px-1 text-2xs leading-4 whitespace-nowrap text-ink-2"
        >
          {levelName(level)}
        </span>
      ))}
    </div>
  );
}
