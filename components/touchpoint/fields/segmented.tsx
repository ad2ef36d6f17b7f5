"use client";

import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly {
    readonly id: Id;
    readonly label: string;
    readonly icon?: ReactNode;
  }[];
  readonly value: Id | null;
  /** Pressing the chosen one again chooses none. */
  readonly onChange: (value: Id | null) => void;
  readonly isDisabled?: boolean;
}

/** One of a few words, all in sight; or none of them. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, isLabelHidden, options, value, onChange, isDisabled } = props;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {isLabelHidden ? null : (
        <span aria-hidden="true" className="text-sm font-medium text-ink">
          {label}
        </span>
      )}
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        isDisabled={isDisabled}
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) =>
          onChange(options.find(({ id }) => keys.has(id))?.id ?? null)
        }
        className="flex flex-wrap gap-1"
      >
        {options.map(({ id, label: word, icon }) => (
          <ToggleButton
            key={id}
            id={id}
            className={cx(
              "inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line px-2 text-sm text-ink-2 transition-colors duration-100 pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center",
              "hover:bg-hover hover:text-ink data-selected:border-accent data-selected:bg-accent-tint data-selected:font-medium data-selected:text-accent",
              "data-disabled:data-[selected=false]:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0",
            )}
          >
            {icon}
            {word}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
