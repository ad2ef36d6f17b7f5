"use client";

import { Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { cx } from "@/components/ui/cx";
import type { Emotion } from "@/lib/journey/vocabulary";
import { EmotionFace } from "@/components/ui/emotion-face";
import { LEVELS, useLevelName } from "./levels";

interface LevelButtonsProps {
  readonly label: string;
  readonly value: Emotion | null;
  readonly onPick: (value: Emotion | null) => void;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** One button per level, angriest first as on paper scales, and one that clears. */
export function LevelButtons(props: LevelButtonsProps) {
  const { label, value, onPick, isDisabled, autoFocus } = props;
  const t = useTranslations("emotion");
  const levelName = useLevelName();
  return (
    <div role="group" aria-label={label} className="flex items-center gap-0.5">
      {[...LEVELS].reverse().map((level) => (
        <IconButton
          key={level}
          label={levelName(level)}
          placement="top"
          isDisabled={isDisabled}
          aria-pressed={value === level}
          autoFocus={autoFocus && level === (value ?? 0)}
          onPress={() => onPick(level)}
          className={cx(
            "[&_svg]:size-6",
            value === level
              ? "bg-accent-tint ring-1 ring-accent ring-inset"
              : value !== null && "opacity-60 hover:opacity-100",
          )}
        >
          <EmotionFace value={level} />
        </IconButton>
      ))}
      <IconButton
        label={t("clear")}
        placement="top"
        isDisabled={isDisabled || value === null}
        onPress={() => onPick(null)}
      >
        <Eraser aria-hidden="true" />
      </IconButton>
    </div>
  );
}
