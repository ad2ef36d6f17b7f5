"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaProps,
} from "react-aria-components";
import { cx } from "./cx";

interface CheckboxProps extends Omit<
  AriaProps,
  "className" | "style" | "children"
> {
  children?: ReactNode;
  className?: string;
}

/** A box to tick, with its words beside it. */
export function Checkbox({ children, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      className={cx(
        "group flex min-h-6 items-start gap-2 text-sm text-ink",
        children ? "pointer-coarse:min-h-11 pointer-coarse:py-3" : null,
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={cx(
              "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-xs border border-control bg-surface",
              "group-data-selected:border-accent group-data-selected:bg-accent group-data-indeterminate:border-accent group-data-indeterminate:bg-accent",
              "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus",
            )}
          >
            {isIndeterminate ? (
              <Minus
                aria-hidden="true"
                className="size-3 text-accent-ink"
                strokeWidth={3}
              />
            ) : isSelected ? (
              <Check
                aria-hidden="true"
                className="size-3 text-accent-ink"
                strokeWidth={3}
              />
            ) : null}
          </span>
          {children ? <span className="min-w-0">{children}</span> : null}
        </>
      )}
    </AriaCheckbox>
  );
}
