"use client";

import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  type MenuItemProps as AriaMenuItemProps,
} from "react-aria-components";
import { cx } from "./cx";
import { optionStyle, popoverStyle } from "./list-style";

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  label: string;
  placement?: "bottom start" | "bottom end" | "top start" | "right top";
  children: ReactNode;
}

/** A button and the actions behind it. */
export function Menu({
  trigger,
  label,
  placement = "bottom end",
  children,
}: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        className={cx(popoverStyle, "min-w-48 max-w-80")}
      >
        <AriaMenu
          aria-label={label}
          className="max-h-[inherit] overflow-auto p-1 outline-none"
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps extends Omit<
  AriaMenuItemProps,
  "className" | "style" | "children"
> {
  icon?: ReactNode;
  keys?: string;
  isDanger?: boolean;
  children: string;
}

/** One action, or with `href` one place to go. */
export function MenuItem({
  icon,
  keys,
  isDanger,
  children,
  ...props
}: MenuItemProps) {
  return (
    <AriaMenuItem
      {...props}
      textValue={children}
      className={cx(
        optionStyle,
        isDanger && "text-danger! [&_svg]:text-danger!",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <kbd className="font-sans text-xs text-ink-3">{keys}</kbd> : null}
    </AriaMenuItem>
  );
}

/** A hairline between groups of actions. */
export function MenuSeparator() {
  return <Separator className="mx-2 my-1 h-px border-0 bg-line" />;
}
