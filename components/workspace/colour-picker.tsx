"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { COLOURS, type Colour } from "@/lib/journey/vocabulary";

interface ColourPickerProps {
  value: Colour;
  onChange: (colour: Colour) => void;
}

/** One of the eight colours, each with its name. */
export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const t = useTranslations("common.colour");
  return (
    <RadioGroup
      value={value}
      onChange={(next) => {
        const colour = COLOURS.find((known) => known === next);
        if (colour) onChange(colour);
      }}
      orientation="horizontal"
      className="flex flex-col gap-1.5"
    >
      <Label className="text-sm font-medium">{t("label")}</Label>
      <div className="flex flex-wrap gap-2">
        {COLOURS.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={t(colour)}
            data-colour={colour}
            className="flex size-7 cursor-pointer items-center justify-center rounded-full border border-(--edge) bg-(--tint) text-(--tone) data-selected:ring-2 data-selected:ring-(--tone) pointer-coarse:size-11"
          >
            {value === colour ? (
              <Check aria-hidden="true" className="size-4" />
            ) : null}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
