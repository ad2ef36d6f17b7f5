"use client";

import { Link } from "@/components/ui/link";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";

interface LinkTabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; href: string }[];
  selected: Id;
}

/** Several pages that look like tabs: each has its own address. */
export function LinkTabs<Id extends string>({
  label,
  tabs,
  selected,
}: LinkTabsProps<Id>) {
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the strip is wider than the screen; the page that is shown should be named on it.
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: "nearest", inline: "center" });
  }, [selected]);
  return (
    <nav
      aria-label={label}
      className="-mb-px flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          ref={tab.id === selected ? current : undefined}
          href={tab.href}
          aria-current={tab.id === selected ? "page" : undefined}
          className={cx(
            "flex min-h-9 items-center justify-center border-b-2 px-2.5 text-sm font-medium whitespace-nowrap -outline-offset-2 pointer-coarse:min-h-11 pointer-coarse:min-w-11",
            tab.id === selected
              ? "border-accent text-ink"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
