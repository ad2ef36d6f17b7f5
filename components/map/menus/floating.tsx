"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { Dialog, Popover } from "react-aria-components";
import { cx } from "@/components/ui/cx";
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
  const [anchor, isReady] = useAnchor();
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        className="pointer-events-none fixed size-0"
        style={{ left: at.x, top: at.y }}
      />
      {isReady ? (
        <Popover
          triggerRef={anchor}
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

/** The popover measures its anchor, so the anchor has to be on the page first. */
function useAnchor(): [RefObject<HTMLSpanElement | null>, boolean] {
  const anchor = useRef<HTMLSpanElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return [anchor, isReady];
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
        {children}
      </Dialog>
    </Floating>
  );
}
