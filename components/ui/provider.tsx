"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { Toasts } from "./toast";
import { TooltipLayer } from "./tooltip-layer";
import { usePreloadedParts } from "./use-loaded";

declare module "react-aria-components" {
  interface RouterConfig {
    routerOptions: NonNullable<
      Parameters<ReturnType<typeof useRouter>["push"]>[1]
    >;
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
  const router = useRouter();
  usePreloadedParts();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(path, options) => router.push(path, options)}>
        {children}
        <Toasts />
        <TooltipLayer />
      </RouterProvider>
    </I18nProvider>
  );
}
