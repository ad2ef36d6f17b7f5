"use client";

import { createContext, useContext, type ReactNode } from "react";

/** Of the address: the workspace by its slug, the journey by its id. */
export interface RouteParams {
  readonly slug: string;
  readonly id: string;
}

const Route = createContext<RouteParams | null>(null);

/** Tells what is below which page it is on. */
export function PageRoute({
  params,
  children,
}: {
  readonly params: RouteParams;
  readonly children: ReactNode;
}) {
  return <Route value={params}>{children}</Route>;
}

/** What the address of this page names; the same on the server and in the browser. */
export const useRouteParams = (): RouteParams | null => useContext(Route);
