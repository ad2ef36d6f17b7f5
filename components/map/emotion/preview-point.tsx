"use client";

import type { FaceShape } from "@/components/ui/emotion-face";
import { levelY, type CurveFrame } from "@/lib/layout/curve";
import type { EmotionPreview } from "./lines";
import { PointFace } from "./point-face";

interface PreviewPointProps {
  readonly preview: EmotionPreview;
  readonly x: number;
  readonly frame: CurveFrame;
  readonly shape: FaceShape;
}

/** Where a colleague holds a point right now, with their name; only to be seen, until they let go. */
export function PreviewPoint({ preview, x, frame, shape }: PreviewPointProps) {
  const { value, who } = preview;
  return (
    <span
      aria-hidden="true"
      data-preview={who.id}
      data-colour={who.colour}
      style={{ left: x, top: levelY(value, frame) }}
      className="pointer-events-none absolute z-[3] -mt-3 -ml-3 block size-6 transition-[top] duration-100 ease-out motion-reduce:transition-none"
    >
      <span className="block rounded-full opacity-80 shadow-[0_0_0_2px_var(--edge)]">
        <PointFace value={value} shape={shape} isHollow={false} />
      </span>
      <span className="absolute top-full left-1/2 mt-1 max-w-28 -translate-x-1/2 truncate rounded-xs bg-(--edge) px-1 text-2xs leading-4 font-medium text-paper dark:text-ink">
        {who.name}
      </span>
    </span>
  );
}
