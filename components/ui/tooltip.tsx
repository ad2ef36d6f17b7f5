"use client";

import { cloneElement } from "react";
import type { ReactElement } from "react";

export type TipSide = "top" | "bottom" | "left" | "right";

interface TooltipProps {
  text: string;
  /** Keys that do the same, already written for the person's keyboard. */
  keys?: string;
  placement?: TipSide;
  children: ReactElement<object>;
}

/**
 * A short name for what is under the pointer or focus. Never the only place of an information.
 *
 * The element only carries its words; `TooltipLayer` shows them, one for the whole page.
 */
export function Tooltip({ text, keys, placement, children }: TooltipProps) {
  return cloneElement(children, tipOf({ text, keys, placement }));
}

/** The attributes that give an element its tooltip. */
export function tipOf({
  text,
  keys,
  placement = "bottom",
}: Omit<TooltipProps, "children">) {
  return {
    "data-tip": text,
    "data-tip-keys": keys,
    "data-tip-side": placement,
  };
}
