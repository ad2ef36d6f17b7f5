"use client";

import type { ReactNode } from "react";
import {
  Switch as AriaSwitch,
  type SwitchProps as AriaProps,
} from "react-aria-components";
import { cx } from "./cx";

interface SwitchProps extends Omit<
  AriaProps,
  "className" | "style" | "children"
> {
  children: ReactNode;
  description?: ReactNode;
  className?: string;
}

/** Turns something on or off at once; for what waits for a "save", use a Checkbox. */
export function Switch({
  children,
  description,
  className,
  ...props
}: SwitchProps) {
  return (
    <AriaSwitch
      {...props}
      className={cx(
        "group flex min-h-6 items-start justify-between gap-4 text-sm pointer-coarse:min-h-11 pointer-coarse:py-3",
        className,
      )}
    >
      <span className="min-w-0">
        <span className="block font-medium text-ink">{children}</span>
        {description ? (
          <span className="block text-xs text-ink-3">{description}</span>
        ) : null}
      </span>
      <span
        className={cx(
          "flex h-5 w-9 shrink-0 items-center rounded-full border border-control bg-sunken px-0.5 transition-colors duration-150",
          "group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:opacity-50",
          "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus",
        )}
      >
        <span className="size-3.5 rounded-full bg-control transition-transform duration-150 group-data-selected:translate-x-4 group-data-selected:bg-accent-ink forced-colors:bg-[ButtonText]!" />
      </span>
    </AriaSwitch>
  );
}
