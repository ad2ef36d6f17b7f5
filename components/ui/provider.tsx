"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { leadsToMap } from "@/lib/kept/keep";
import { Toasts } from "./toast";
import { TooltipLayer } from "./tooltip-layer";
import { usePreloadedParts } from "./use-loaded";

type RouterOptions = NonNullable<
  Parameters<ReturnType<typeof useRouter>["push"]>[1]
>;

declare module "react-aria-components" {
  interface RouterConfig {
    routerOptions: RouterOptions;
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
  const navigate = (path: string, options?: RouterOptions) =>
    leadsToMap(path)
      ? window.location.assign(path)
      : router.push(path, options);
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate}>
        {children}
        <Toasts />
        <TooltipLayer />
      </RouterProvider>
    </I18nProvider>
  );
}
