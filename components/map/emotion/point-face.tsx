"use client";

import { EmotionFace, FaceOutline } from "@/components/ui/emotion-face";
import type { FaceShape } from "@/components/ui/emotion-face";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useCurveLook } from "./curve-look";

interface PointFaceProps {
  readonly value: Emotion;
  readonly shape: FaceShape;
  /** Whether the value is only assumed: drawn in outline. */
  readonly isHollow: boolean;
}

/** A point of a curve as a face or a dot, in a box of 24 pixels; the outline tells whose it is. */
export function PointFace({ value, shape, isHollow }: PointFaceProps) {
  const [look] = useCurveLook();
  if (look === "faces")
    return <EmotionFace {...{ value, shape, isHollow }} className="size-6" />;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      data-emotion={value}
      data-look="dot"
      className="block size-6"
    >
      <g transform="translate(6 6) scale(.5)">
        <FaceOutline
          shape={shape}
          strokeWidth={4}
          className={
            isHollow
              ? "fill-surface stroke-(--feeling) forced-colors:fill-[Canvas]"
              : "fill-(--feeling) stroke-(--feeling) forced-colors:fill-[CanvasText]"
          }
        />
      </g>
    </svg>
  );
}
