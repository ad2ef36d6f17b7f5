"use client";

import type { ComponentProps, MouseEvent } from "react";
import { leaveOnceStored } from "@/components/room/leaving";

type DocumentLinkProps = Omit<ComponentProps<"a">, "href"> & {
  readonly href: string;
  /** Means something to the framework alone. */
  readonly prefetch?: unknown;
};

/** Whether a click shows another page in the place of this one. */
const leavesPage = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  ["", "_self"].includes(event.currentTarget.target) &&
  !event.currentTarget.hasAttribute("download");

/** A link that loads a document, as links do: it only waits until the last words on a map are stored. */
export function DocumentLink({
  prefetch,
  href,
  onClick,
  children,
  ...props
}: DocumentLinkProps) {
  void prefetch;
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        const to = event.currentTarget.href;
        if (
          leavesPage(event) &&
          leaveOnceStored(() => window.location.assign(to))
        )
          event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
