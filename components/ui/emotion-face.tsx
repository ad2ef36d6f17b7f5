import type { ReactNode } from "react";
import { cx } from "./cx";
import type { EmotionValue } from "./emotion";

/** The outline of a face; on the map it tells the lines of several personas apart. */
export type FaceShape = "round" | "square" | "diamond";

interface EmotionFaceProps {
  value: EmotionValue;
  shape?: FaceShape;
  /** Only drawn in outline: nothing stands behind the feeling but somebody's word. */
  isHollow?: boolean;
  className?: string;
}

/**
 * A face in the colour of a feeling; brows, eyes and mouth differ at each level, so that it reads without colour.
 * Decoration: the word or number stands beside it or in a label.
 */
export function EmotionFace({
  value,
  shape = "round",
  isHollow = false,
  className,
}: EmotionFaceProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-emotion={value}
      className={cx("block size-5 shrink-0", className)}
    >
      <FaceOutline
        shape={shape}
        strokeWidth={isHollow ? 2 : undefined}
        className={
          isHollow
            ? "fill-surface stroke-(--feeling) forced-colors:fill-[Canvas]"
            : "fill-(--feeling) forced-colors:fill-[CanvasText]"
        }
      />
      <g
        className={
          isHollow
            ? "stroke-(--feeling) [--features:var(--feeling)] forced-colors:stroke-[CanvasText] forced-colors:[--features:CanvasText]"
            : "stroke-surface [--features:var(--surface)] forced-colors:stroke-[Canvas] forced-colors:[--features:Canvas]"
        }
        fill="none"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {features[`${value}`]}
      </g>
    </svg>
  );
}

interface FaceOutlineProps {
  shape: FaceShape;
  className?: string;
  strokeWidth?: number;
  strokeDasharray?: string;
}

/** The outline alone, in a box of 24 by 24: a place where nobody has said anything yet. */
export function FaceOutline({ shape, className, ...rest }: FaceOutlineProps) {
  const common = {
    ...rest,
    className: cx("forced-colors:stroke-[CanvasText]", className),
  };
  if (shape === "square")
    return <rect x="1" y="1" width="22" height="22" rx="5" {...common} />;
  if (shape === "diamond")
    return <path d="M12 .8 22.4 7v10L12 23.2 1.6 17V7Z" {...common} />;
  return <circle cx="12" cy="12" r="11" {...common} />;
}

const filled = "fill-(--features)";
const dots = <path d="M8.4 9.4v.2M15.6 9.4v.2" strokeWidth="2.5" />;

const features: Record<`${EmotionValue}`, ReactNode> = {
  "-2": (
    <>
      <path d="M5.8 7 9.7 9M18.2 7 14.3 9" />
      <path d="M8.6 11v.1M15.4 11v.1" strokeWidth="2.4" />
      <path d="M7.4 18a4.7 4.7 0 0 1 9.2 0Z" className={filled} />
    </>
  ),
  "-1": (
    <>
      {dots}
      <path d="M7.6 16.8a5 5 0 0 1 8.8 0" />
    </>
  ),
  "0": (
    <>
      {dots}
      <path d="M7.8 15.6h8.4" />
    </>
  ),
  "1": (
    <>
      {dots}
      <path d="M7.4 14.2a5.2 5.2 0 0 0 9.2 0" />
    </>
  ),
  "2": (
    <>
      <path d="M6.4 10a2.1 2.1 0 0 1 3.8 0M13.8 10a2.1 2.1 0 0 1 3.8 0" />
      <path d="M6.8 13.4a5.3 5.3 0 0 0 10.4 0Z" className={filled} />
    </>
  ),
};
