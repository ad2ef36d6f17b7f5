import { cx } from "./cx";
import type { EmotionValue } from "./emotion";

/** Mouths from very angry to very happy; the eyes and brows below tell the outer levels apart from the inner ones. */
const mouths: Record<`${EmotionValue}`, string> = {
  "-2": "M7 17.2c1.2-2.6 2.9-3.8 5-3.8s3.8 1.2 5 3.8",
  "-1": "M8 16.4c1.1-1.2 2.4-1.8 4-1.8s2.9.6 4 1.8",
  "0": "M8 15.2h8",
  "1": "M8 14.2c1.1 1.3 2.4 1.9 4 1.9s2.9-.6 4-1.9",
  "2": "M6.8 13.4h10.4c-.5 2.9-2.4 4.6-5.2 4.6s-4.7-1.7-5.2-4.6Z",
};

interface EmotionFaceProps {
  value: EmotionValue;
  className?: string;
}

/** A face in the colour of a feeling. Decoration: the word or number stands beside it or in a label. */
export function EmotionFace({ value, className }: EmotionFaceProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-emotion={value}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("size-5 shrink-0 text-(--feeling)", className)}
    >
      <circle cx="12" cy="12" r="9.5" fill="var(--feeling-tint)" />
      <path d="M9 10v.4M15 10v.4" strokeWidth="2.25" />
      {value === -2 ? <path d="m6.8 7.2 3 1.4M17.2 7.2l-3 1.4" /> : null}
      <path
        d={mouths[`${value}`]}
        fill={value === 2 ? "currentColor" : "none"}
      />
    </svg>
  );
}
