import { useId } from "react";
import { LEVELS } from "./levels";
import { levelY, type CurveFrame } from "@/lib/layout/curve";
import type { EmotionLine } from "./lines";

export interface CurveLinesProps {
  readonly lines: readonly EmotionLine[];
  readonly frame: CurveFrame;
  /** While a point is held the line follows at once instead of gliding. */
  readonly held: boolean;
}

/** The curves. A single one carries the colours of the scale; several carry those of their personas. */
export function CurveLines({ lines, frame, held }: CurveLinesProps) {
  const gradient = useId();
  return (
    <>
      <Temperature id={gradient} frame={frame} />
      {lines.map((line) => (
        <g
          key={line.persona.id}
          data-colour={line.persona.colour}
          fill="none"
          strokeLinecap="round"
          className="forced-colors:stroke-[CanvasText]"
          stroke={lines.length === 1 ? `url(#${gradient})` : "var(--tone)"}
        >
          {line.curve.segments.map((segment, index) => (
            <path
              key={index}
              d={segment.path}
              strokeWidth={segment.bridged ? 1.5 : 2.5}
              strokeDasharray={segment.bridged ? "1 6" : line.style.dash}
              className={
                held ? undefined : "transition-[d] duration-150 ease-out"
              }
            />
          ))}
        </g>
      ))}
    </>
  );
}

function Temperature({
  id,
  frame,
}: {
  readonly id: string;
  readonly frame: CurveFrame;
}) {
  const top = levelY(2, frame);
  const bottom = levelY(-2, frame);
  return (
    <linearGradient
      id={id}
      gradientUnits="userSpaceOnUse"
      x1={0}
      x2={0}
      y1={top}
      y2={bottom}
    >
      {LEVELS.map((level) => (
        <stop
          key={level}
          data-emotion={level}
          offset={(2 - level) / 4}
          stopColor="var(--feeling)"
        />
      ))}
    </linearGradient>
  );
}
