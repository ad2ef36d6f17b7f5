import type { Emotion } from "@/lib/journey/vocabulary";
import type { PointShape } from "./persona-style";

export interface EmotionFaceProps {
  readonly value: Emotion;
  readonly size?: number;
  /** The outline, which tells personas apart. */
  readonly shape?: PointShape;
}

/** A face for one of the five levels; each differs in brows, eyes and mouth, so that it reads without colour. */
export function EmotionFace({
  value,
  size = 24,
  shape = "round",
}: EmotionFaceProps) {
  return (
    <svg
      aria-hidden="true"
      data-emotion={value}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className="block shrink-0"
    >
      <FaceOutline
        shape={shape}
        className="fill-(--feeling) forced-colors:fill-[Canvas]"
      />
      <g
        className="stroke-surface forced-colors:stroke-[CanvasText]"
        fill="none"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {FEATURES[value]}
      </g>
    </svg>
  );
}

/** The outline of a point, alone: the slot where nobody has said anything yet. */
export function FaceOutline(props: {
  readonly shape: PointShape;
  readonly className?: string;
  readonly strokeDasharray?: string;
}) {
  const { shape, ...rest } = props;
  const common = {
    ...rest,
    className: `${rest.className ?? ""} forced-colors:stroke-[CanvasText]`,
  };
  if (shape === "square")
    return <rect x="1" y="1" width="22" height="22" rx="5" {...common} />;
  if (shape === "diamond") {
    return (
      <path
        d="M12 .5 22.6 9v6L12 23.5 1.4 15V9Z"
        strokeLinejoin="round"
        {...common}
      />
    );
  }
  return <circle cx="12" cy="12" r="11" {...common} />;
}

const open = "fill-surface forced-colors:fill-[CanvasText]";

const FEATURES: Record<Emotion, React.ReactNode> = {
  "-2": (
    <>
      <path d="M6 7.2 9.6 9M18 7.2 14.4 9" />
      <path d="M8.4 11v.2M15.6 11v.2" strokeWidth="2.2" />
      <path d="M7.6 17.6a4.5 4.5 0 0 1 8.8 0Z" className={open} />
    </>
  ),
  "-1": (
    <>
      <path d="M8.4 9.4v.2M15.6 9.4v.2" strokeWidth="2.4" />
      <path d="M7.6 16.6a5 5 0 0 1 8.8 0" />
    </>
  ),
  "0": (
    <>
      <path d="M8.4 9.4v.2M15.6 9.4v.2" strokeWidth="2.4" />
      <path d="M7.8 15.4h8.4" />
    </>
  ),
  "1": (
    <>
      <path d="M8.4 9.4v.2M15.6 9.4v.2" strokeWidth="2.4" />
      <path d="M7.4 14.2a5.2 5.2 0 0 0 9.2 0" />
    </>
  ),
  "2": (
    <>
      <path d="M6.6 10a2 2 0 0 1 3.6 0M13.8 10a2 2 0 0 1 3.6 0" />
      <path d="M6.8 13.4a5.3 5.3 0 0 0 10.4 0Z" className={open} />
    </>
  ),
};
