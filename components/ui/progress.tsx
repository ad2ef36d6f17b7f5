"use client";

import { ProgressBar, Label } from "react-aria-components";
import { cx } from "./cx";

interface ProgressProps {
  label: string;
  /** 0 to 1; null while it is not known. */
  value: number | null;
  /** What is said of it, where a percentage says less. */
  valueLabel?: string;
}

/** How far a long job is, in words and as a bar. */
export function Progress({ label, value, valueLabel }: ProgressProps) {
  return (
    <ProgressBar
      value={value ?? 0}
      maxValue={1}
      isIndeterminate={value === null}
      valueLabel={valueLabel}
      className="flex flex-col gap-1 text-xs"
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <span className="flex justify-between gap-3">
            <Label className="text-ink-2">{label}</Label>
            {isIndeterminate ? null : (
              <span className="text-ink-3 tabular-nums">{valueText}</span>
            )}
          </span>
          <span className="h-1 overflow-hidden rounded-full bg-sunken">
            <span
              className={cx(
                "block h-full rounded-full transition-[width]",
                // In the colour of what is done it would look as if all were.
                isIndeterminate ? "animate-pulse bg-line-strong" : "bg-accent",
              )}
              style={{
                width: isIndeterminate ? "100%" : `${percentage ?? 0}%`,
              }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
