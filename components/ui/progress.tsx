"use client";

import { ProgressBar, Label } from "react-aria-components";

interface ProgressProps {
  label: string;
  /** 0 to 1. */
  value: number;
}

/** How far a long job is, in words and as a bar. */
export function Progress({ label, value }: ProgressProps) {
  return (
    <ProgressBar
      value={value}
      maxValue={1}
      className="flex flex-col gap-1 text-xs"
    >
      {({ percentage, valueText }) => (
        <>
          <span className="flex justify-between gap-3">
            <Label className="text-ink-2">{label}</Label>
            <span className="text-ink-3 tabular-nums">{valueText}</span>
          </span>
          <span className="h-1 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-accent transition-[width]"
              style={{ width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
