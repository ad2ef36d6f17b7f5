"use client";

import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Separator,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
} from "react-aria-components";
import { cx } from "./cx";
import { optionStyle } from "./list-style";
import { MenuPartsContext } from "./menu-item";

const parts = { Item: MenuListItem, Separator: MenuListSeparator };

/** The actions themselves, one below the other. */
export function MenuList<T extends object>(
  props: Omit<AriaMenuProps<T>, "className" | "style">,
) {
  return (
    <MenuPartsContext value={parts}>
      <AriaMenu
        {...props}
        className="max-h-[inherit] overflow-auto p-1 outline-none"
      />
    </MenuPartsContext>
  );
}

export interface MenuListItemProps extends Omit<
  AriaMenuItemProps,
  "className" | "style" | "children"
> {
  icon?: ReactNode;
  keys?: string;
  /** Where it belongs, in quiet letters. */
  place?: string;
  isDanger?: boolean;
  children: string;
}

/** One action, or with `href` one place to go. */
export function MenuListItem({
  icon,
  keys,
  place,
  isDanger,
  children,
  ...props
}: MenuListItemProps) {
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
      {place ? (
        <span className="max-w-[45%] truncate text-xs text-ink-2">{place}</span>
      ) : null}
      {keys ? <kbd className="font-sans text-xs text-ink-2">{keys}</kbd> : null}
    </AriaMenuItem>
  );
}

/** A hairline between groups of actions. */
export function MenuListSeparator() {
  return <Separator className="mx-2 my-1 h-px border-0 bg-line" />;
}
