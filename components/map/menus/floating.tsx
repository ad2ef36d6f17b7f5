"use client";

import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Dialog, Popover } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { keepFocus } from "@/components/ui/keep-focus";
import { popoverStyle } from "@/components/ui/list-style";
import type { Spot } from "../editor-ui";

interface FloatingProps {
  readonly at: Spot;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small surface beside a spot of the map; the focus goes back to the cell when it closes. */
export function Floating({ at, onClose, className, children }: FloatingProps) {
  // The popover measures its anchor, so the anchor has to be on the page first.
  const [anchor, setAnchor] = useState<HTMLSpanElement | null>(null);
  const trigger = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <>
      <span
        ref={setAnchor}
        aria-hidden="true"
        className="pointer-events-none fixed size-0"
        style={{ left: at.x, top: at.y }}
      />
      {anchor ? (
        <Popover
          triggerRef={trigger}
          isOpen
          onOpenChange={(isOpen) => isOpen || onClose()}
          placement="bottom start"
          offset={4}
          className={cx(popoverStyle, "max-w-[92vw]", className)}
        >
          {children}
        </Popover>
      ) : null}
    </>
  );
}

interface FloatingDialogProps extends FloatingProps {
  readonly label: string;
}

/** The same with controls in it. */
export function FloatingDialog({
  label,
  children,
  ...props
}: FloatingDialogProps) {
  return (
    <Floating {...props}>
      <Dialog
        aria-label={label}
        className="max-h-[inherit] overflow-auto p-2 outline-none"
      >
        <div ref={keepFocus}>{children}</div>
      </Dialog>
    </Floating>
  );
}
