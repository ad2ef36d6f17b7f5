"use client";

import type { ReactNode, RefObject } from "react";
import { Dialog, Popover as AriaPopover } from "react-aria-components";
import { cx } from "./cx";
import { popoverStyle } from "./list-style";

export interface PopoverSurfaceProps {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly placement?:
    | "bottom start"
    | "bottom end"
    | "top start"
    | "right top";
  readonly className?: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly onClose: () => void;
}

/** A small surface beside the button that opened it. */
export function PopoverSurface({
  triggerRef,
  label,
  placement = "bottom start",
  className,
  children,
  onClose,
}: PopoverSurfaceProps) {
  return (
    <AriaPopover
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      trigger="DialogTrigger"
      triggerRef={triggerRef}
      placement={placement}
      className={cx(popoverStyle, "max-w-[92vw]", className)}
    >
      <Dialog
        aria-label={label}
        className="max-h-[inherit] overflow-auto p-3 outline-none"
      >
        {typeof children === "function" ? children(onClose) : children}
      </Dialog>
    </AriaPopover>
  );
}
