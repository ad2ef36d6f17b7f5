"use client";

import { createContext, useContext } from "react";
import type { ComponentType } from "react";
import type { MenuListItemProps } from "./menu-list";

interface MenuParts {
  readonly Item: ComponentType<MenuListItemProps>;
  readonly Separator: ComponentType;
}

/** What draws the actions of a menu; there only within one that is open, for it is loaded with the first of them. */
export const MenuPartsContext = createContext<MenuParts | null>(null);

/** One action of a menu, or with `href` one place to go. */
export function MenuItem(props: MenuListItemProps) {
  const parts = useContext(MenuPartsContext);
  return parts && <parts.Item {...props} />;
}

/** A hairline between groups of actions. */
export function MenuSeparator() {
  const parts = useContext(MenuPartsContext);
  return parts && <parts.Separator />;
}
