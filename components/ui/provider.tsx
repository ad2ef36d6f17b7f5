"use client";

import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { useEarlyPage } from "./early/use-early-page";
import { Toasts } from "./toast";
import { TooltipLayer } from "./tooltip-layer";
import { useGoTo, type GoOptions } from "./use-go-to";
import { usePreloadedParts } from "./use-loaded";

declare module "react-aria-components" {
  interface RouterConfig {
    routerOptions: GoOptions;
  }
}

/** What all components need around them: the language, the router for their links, the toasts. */
export function UiProvider({
  locale,
  children,
}: {
  locale: string;
  children: ReactNode;
}) {
  const goTo = useGoTo();
  usePreloadedParts();
  useEarlyPage();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={goTo}>
        {children}
        <Toasts />
        <TooltipLayer />
      </RouterProvider>
    </I18nProvider>
  );
}
