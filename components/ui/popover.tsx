"use client";

import type { ReactElement, ReactNode } from "react";
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
} from "react-aria-components";
import { cx } from "./cx";
import { popoverStyle } from "./list-style";

interface PopoverProps {
  trigger: ReactElement;
  label: string;
  placement?: "bottom start" | "bottom end" | "top start" | "right top";
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small surface beside the button that opened it. */
export function Popover({
  trigger,
  label,
  placement = "bottom start",
  className,
  children,
}: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement={placement}
        className={cx(popoverStyle, "max-w-[92vw]", className)}
      >
        <Dialog
          aria-label={label}
          className="max-h-[inherit] overflow-auto p-3 outline-none"
        >
          {({ close }) => (
            <>{typeof children === "function" ? children(close) : children}</>
          )}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
