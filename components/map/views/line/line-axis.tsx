"use client";

import { levelY } from "@/lib/layout/curve";
import { EMOTION_LANE_PADDING } from "../../emotion/emotion-lane";
import { LEVELS, useLevelName } from "../../emotion/levels";

interface LineAxisProps {
  readonly height: number;
  readonly width: number;
}

/** The five levels at their heights, beside the line; each point says its own level to those who do not see it. */
export function LineAxis({ height, width }: LineAxisProps) {
  const levelName = useLevelName();
  const frame = { height, padding: EMOTION_LANE_PADDING };
  return (
    <div
      aria-hidden="true"
      style={{ width }}
      className="sticky left-0 z-10 shrink-0 border-r border-line-strong bg-paper"
    >
      <div className="h-9 border-b border-line" />
      <div className="relative" style={{ height }}>
        {LEVELS.map((level) => (
          <span
            key={level}
            style={{ top: levelY(level, frame) }}
            className="absolute inset-x-0 -translate-y-1/2 px-3 text-right text-xs leading-4 hyphens-auto text-ink-2 max-sm:px-1.5 max-sm:text-2xs max-sm:leading-3"
          >
            {levelName(level)}
          </span>
        ))}
      </div>
    </div>
  );
}
