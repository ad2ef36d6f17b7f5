"use client";

import { Popover, type MenuProps } from "react-aria-components";
import { cx } from "./cx";
import { popoverStyle } from "./list-style";
import type { OpenMenu } from "./menu-button";
import { MenuList } from "./menu-list";

export interface MenuSurfaceProps<T extends object>
  extends
    OpenMenu,
    Pick<
      MenuProps<T>,
      | "children"
      | "selectionMode"
      | "disallowEmptySelection"
      | "selectedKeys"
      | "onSelectionChange"
    > {
  readonly label: string;
  readonly placement?:
    | "bottom start"
    | "bottom end"
    | "top start"
    | "right top";
  readonly className?: string;
}

/** A menu beside the button that opened it. */
export function MenuSurface<T extends object>({
  id,
  triggerRef,
  labelledBy,
  focus,
  onClose,
  label,
  placement = "bottom end",
  className,
  ...list
}: MenuSurfaceProps<T>) {
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      trigger="MenuTrigger"
      aria-labelledby={labelledBy}
      triggerRef={triggerRef}
      placement={placement}
      className={cx(popoverStyle, className ?? "min-w-48 max-w-80")}
    >
      <MenuList
        {...list}
        id={id}
        aria-label={label}
        aria-labelledby={labelledBy}
        autoFocus={focus}
        onClose={onClose}
      />
    </Popover>
  );
}
