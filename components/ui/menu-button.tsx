"use client";

import { useId, useRef, useState } from "react";
import type { ComponentType, ReactElement, RefObject } from "react";
import { ButtonContext, type KeyboardEvent } from "react-aria-components";

/** What a menu needs to know of the button that opened it. */
export interface OpenMenu {
  readonly id: string;
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly labelledBy: string;
  /** Where the focus goes: to an end of the list, or to the list as a whole. */
  readonly focus: Focus;
  readonly onClose: () => void;
}

type Focus = "first" | "last" | true;

const OPENS: Readonly<Record<string, Focus>> = {
  Enter: "first",
  " ": "first",
  ArrowDown: "first",
  ArrowUp: "last",
};

interface MenuButtonProps<Props extends object> {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly surface: ComponentType<Props & OpenMenu>;
  /** What its surface needs to know besides. */
  readonly of: Props;
}

/**
 * Makes a button open a menu, as React Aria's own trigger does, which brings all that draws one: here that is loaded
 * with the first menu that is opened.
 */
export function MenuButton<Props extends object>({
  trigger,
  surface: Surface,
  of,
}: MenuButtonProps<Props>) {
  const [focus, open] = useState<Focus | null>(null);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [id, labelledBy] = [useId(), useId()];
  const openAt = (where: Focus) => {
    // So that it comes back here when the menu closes.
    triggerRef.current?.focus({ preventScroll: true });
    open(where);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const where = event.altKey ? undefined : OPENS[event.key];
    if (!where || event.isDefaultPrevented())
      return event.continuePropagation();
    event.preventDefault();
    openAt(where);
  };
  return (
    <>
      <ButtonContext
        value={{
          ref: triggerRef,
          id: labelledBy,
          "aria-haspopup": "true",
          "aria-expanded": focus !== null,
          "aria-controls": focus === null ? undefined : id,
          isPressed: focus !== null,
          preventFocusOnPress: true,
          onKeyDown: handleKeyDown,
          // As the buttons of the system: with the mouse when it goes down, with a finger when it is lifted.
          onPressStart: ({ pointerType }) => {
            if (pointerType === "virtual") openAt("first");
            else if (pointerType === "mouse" || pointerType === "pen")
              openAt(true);
          },
          onPress: ({ pointerType }) => {
            if (pointerType === "touch") openAt(true);
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {focus === null ? null : (
        <Surface
          {...of}
          {...{ id, triggerRef, labelledBy, focus }}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
