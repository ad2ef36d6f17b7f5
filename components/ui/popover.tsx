"use client";

import { useRef, useState } from "react";
import type { ReactElement } from "react";
import { ButtonContext } from "react-aria-components";
import { lazyPart } from "./lazy-part";
import type { PopoverSurfaceProps } from "./popover-surface";

const PopoverSurface = lazyPart(
  async () => (await import("./popover-surface")).PopoverSurface,
);

interface PopoverProps extends Omit<
  PopoverSurfaceProps,
  "triggerRef" | "onClose"
> {
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** A button and a small surface beside it, which is loaded with the first that is opened. */
export function Popover({ trigger, ...surface }: PopoverProps) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ButtonContext
        value={{
          ref: triggerRef,
          "aria-haspopup": "dialog",
          "aria-expanded": isOpen,
          isPressed: isOpen,
          onPress: () => setOpen(true),
        }}
      >
        {trigger}
      </ButtonContext>
      {isOpen ? (
        <PopoverSurface
          {...surface}
          triggerRef={triggerRef}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
