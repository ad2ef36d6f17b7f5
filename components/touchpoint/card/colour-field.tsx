"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Tooltip } from "@/components/ui/tooltip";
import { COLOURS } from "@/lib/journey/vocabulary";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

/** The colour of a card, by swatch and name; pressing it again takes it off. */
export function ColourField({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card");
  const common = useTranslations("common.colour");
  const set = useSetCard(card.id);
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium">
        {t("colour")}
      </span>
      <ToggleButtonGroup
        aria-label={t("colour")}
        selectionMode="single"
        isDisabled={!canWrite}
        selectedKeys={card.colour ? [card.colour] : []}
        onSelectionChange={(keys) =>
          set({ colour: COLOURS.find((colour) => keys.has(colour)) ?? null })
        }
        className="flex flex-wrap gap-1.5"
      >
        {COLOURS.map((colour) => (
          <Tooltip key={colour} text={common(colour)}>
            <ToggleButton
              id={colour}
              aria-label={common(colour)}
              data-colour={colour}
              className="flex size-7 items-center justify-center rounded-full border border-(--edge) bg-(--tint) text-(--tone) pointer-coarse:size-11"
            >
              {({ isSelected }) =>
                isSelected ? (
                  <Check
                    aria-hidden="true"
                    className="size-4"
                    strokeWidth={2.5}
                  />
                ) : null
              }
            </ToggleButton>
          </Tooltip>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
