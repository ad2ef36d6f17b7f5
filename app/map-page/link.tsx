import type { ComponentProps, MouseEvent } from "react";
import { leaveOnceStored } from "@/components/room/leaving";

type LinkProps = ComponentProps<"a"> & {
  /** Means something to the framework alone. */
  readonly prefetch?: boolean;
};

/** Whether a click shows another page in the place of this one. */
const leavesPage = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  ["", "_self"].includes(event.currentTarget.target) &&
  !event.currentTarget.hasAttribute("download");

/** Stands in the place of `next/link` on the map's page: a link is a link, and waits until the last words are stored. */
export default function Link({
  prefetch,
  href,
  onClick,
  children,
  ...props
}: LinkProps) {
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
