"use client";

import type { ReactElement } from "react";
import { lazyPart } from "./lazy-part";
import { MenuButton, type OpenMenu } from "./menu-button";
import type { MenuSurfaceProps } from "./menu-surface";

const MenuSurface = lazyPart<MenuSurfaceProps<object>>(() =>
  import("./menu-surface").then((module) => module.MenuSurface),
);

interface MenuProps extends Omit<MenuSurfaceProps<object>, keyof OpenMenu> {
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** A button and the actions behind it. */
export function Menu({ trigger, ...props }: MenuProps) {
  return <MenuButton trigger={trigger} surface={MenuSurface} of={props} />;
}
