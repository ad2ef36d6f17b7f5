"use client";

import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";

interface TooltipProps {
  text: string;
  /** Keys that do the same, already written for the person's keyboard. */
  keys?: string;
  placement?: "top" | "bottom" | "left" | "right";
  children: ReactElement;
}

/** A short name for what is under the pointer or focus. Never the only place of an information. */
export function Tooltip({
  text,
  keys,
  placement = "bottom",
  children,
}: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 flex max-w-64 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-paper shadow-float"
      >
        {text}
        {keys ? (
          <kbd className="font-sans text-2xs opacity-70">{keys}</kbd>
        ) : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
