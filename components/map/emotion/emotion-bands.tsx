import { useId } from "react";
import { LEVELS } from "./levels";
import { areaUnder, levelY, type CurveFrame } from "@/lib/layout/curve";
import type { EmotionLine } from "./lines";

export interface EmotionBandsProps {
  readonly width: number;
  readonly frame: CurveFrame;
  /** Where a single line is shown, the layers are strong under it and faint above, like a thermometer. */
  readonly only: EmotionLine | null;
  /** Half a column: so far the layers go on beyond the first and the last point. */
  readonly reach: number;
}

/** The five coloured layers behind the curves. */
export function EmotionBands({ width, frame, only, reach }: EmotionBandsProps) {
  const clip = useId();
  const area = only ? areaUnder(only.curve, frame, reach) : "";
  return (
    <g className="forced-colors:hidden">
      <g opacity={area ? 0.42 : 0.75}>
        <Layers width={width} frame={frame} />
      </g>
      {area && (
        <>
          <clipPath id={clip}>
            <path d={area} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <Layers width={width} frame={frame} />
          </g>
        </>
      )}
    </g>
  );
}

function Layers({
  width,
  frame,
}: {
  readonly width: number;
  readonly frame: CurveFrame;
}) {
  const step = levelY(0, frame) - levelY(1, frame);
  return LEVELS.map((level) => {
    const top = level === 2 ? 0 : levelY(level, frame) - step / 2;
    const bottom =
      level === -2 ? frame.height : levelY(level, frame) + step / 2;
    return (
      <rect
        key={level}
        data-emotion={level}
        y={top}
        width={width}
        height={bottom - top}
        className="fill-(--feeling-tint)"
      />
    );
  });
}
