"use client";

import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components";
import {
  buttonStyle,
  type ButtonSize,
  type ButtonVariant,
} from "./button-style";
import { Spinner } from "./spinner";

export interface ButtonProps extends Omit<
  AriaButtonProps,
  "className" | "style" | "children"
> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
}

/** A button with words. While `isPending` it keeps focus and width, and a ring turns over the words. */
export function Button({
  variant = "secondary",
  size = "md",
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonStyle(variant, size, className)}>
      {props.isPending ? <Spinner /> : null}
      {children}
    </AriaButton>
  );
}
