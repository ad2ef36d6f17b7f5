"use client";

import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components";
import { cx } from "./cx";
import { tipOf } from "./tooltip";

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  "className" | "style" | "children"
> {
  /** Its name, spoken and shown on hover. */
  label: string;
  keys?: string;
  size?: "sm" | "md";
  placement?: "top" | "bottom" | "left" | "right";
  className?: string;
  children: ReactNode;
}

/** A button with a picture only; its name is spoken and appears in a tooltip. */
export function IconButton({
  label,
  keys,
  size = "md",
  placement,
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      {...tipOf({ text: label, keys, placement })}
      aria-label={label}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100",
        "hover:bg-hover hover:text-ink data-pressed:bg-pressed data-disabled:opacity-40 [&_svg]:size-4",
        size === "sm" ? "size-6" : "size-8",
        "pointer-coarse:size-11",
        className,
      )}
    >
      {children}
    </AriaButton>
  );
}
