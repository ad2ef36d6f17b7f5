"use client";

import { Label, Radio, RadioGroup } from "react-aria-components";
import { cx } from "@/components/ui/cx";

interface OneOfProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Beside each other, after their label. */
  readonly isRow?: boolean;
}

/** Exactly one of a few known things. */
export function OneOf<Id extends string>(props: OneOfProps<Id>) {
  const { label, options, value, onChange, isRow = false } = props;
  return (
    <RadioGroup
      value={value}
      onChange={(id) => {
        const option = options.find((one) => one.id === id);
        if (option) onChange(option.id);
      }}
      className={cx("flex gap-x-3 gap-y-0.5", isRow ? "flex-wrap" : "flex-col")}
    >
      <Label className={isRow ? "w-full text-xs text-ink-2" : "sr-only"}>
        {label}
      </Label>
      {options.map(({ id, name }) => (
        <Radio
          key={id}
          value={id}
          className="group flex min-h-7 items-center gap-2 rounded-sm text-sm pointer-coarse:min-h-11"
        >
          <span className="flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-selected:border-5 group-data-selected:border-accent forced-colors:group-data-selected:border-[Highlight]" />
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
