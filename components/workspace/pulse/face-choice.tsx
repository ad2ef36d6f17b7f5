"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { emotionKey, type EmotionValue } from "@/components/ui/emotion";
import { EmotionFace } from "@/components/ui/emotion-face";
import { FACES, type Face } from "@/lib/pulse/terms";

interface FaceChoiceProps {
  /** The question, as the group is called. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Of the inputs; one of its own for each question on a page. */
  readonly name: string;
  readonly value: Face | null;
  readonly onChange: (face: Face) => void;
  /** Sent without a face; in place of the browser's words, which are in its own language. */
  readonly onMissing: () => void;
  readonly describedBy?: string;
}

const middle = 3;

/** Five faces with their words, of which one is chosen: plain radio buttons, which work without a script. */
export function FaceChoice(props: FaceChoiceProps) {
  const { label, isLabelHidden, name, value, onChange, onMissing } = props;
  const t = useTranslations("common");
  return (
    <fieldset
      className="m-0 min-w-0 border-0 p-0"
      aria-describedby={props.describedBy}
    >
      <legend
        className={
          isLabelHidden
            ? "sr-only"
            : "mb-3 text-lg font-semibold hyphens-auto wrap-anywhere"
        }
      >
        {label}
      </legend>
      <div className="grid grid-cols-5 gap-0.5 min-[22.5rem]:gap-1 sm:gap-2">
        {FACES.map((face) => (
          <label
            key={face}
            className={cx(
              "relative flex min-w-0 cursor-pointer flex-col items-center gap-2 rounded-lg border border-transparent pt-3 pb-2 text-center text-2xs text-ink-2 min-[22.5rem]:px-0.5 min-[22.5rem]:text-xs hover:bg-hover",
              "has-checked:border-accent has-checked:bg-accent-tint has-checked:font-semibold has-checked:text-ink",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              "forced-colors:has-checked:outline-2",
            )}
          >
            <input
              type="radio"
              required
              name={name}
              value={face}
              checked={value === face}
              onChange={() => onChange(face)}
              onInvalid={(event) => {
                event.preventDefault();
                onMissing();
              }}
              className="absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            <EmotionFace
              value={(face - middle) as EmotionValue}
              className="size-11 min-[22.5rem]:size-12 sm:size-14"
            />
            <span className="max-w-full hyphens-auto wrap-anywhere">
              {t(`emotion.${emotionKey((face - middle) as EmotionValue)}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
