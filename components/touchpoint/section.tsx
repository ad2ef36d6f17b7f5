"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Heading,
} from "react-aria-components";

interface SectionProps {
  /** Under which the browser remembers whether it is open. */
  readonly name: string;
  readonly title: string;
  /** What is in it, in a word or number, while it is closed. */
  readonly summary?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Changes each time somebody comes for this part: it opens and takes the focus. */
  readonly wanted?: object | null;
  readonly children: ReactNode;
}

/** A part of a record that can be folded; the browser remembers which ones a person keeps open. */
export function Section({
  name,
  title,
  summary,
  isOpenAtFirst = false,
  wanted = null,
  children,
}: SectionProps) {
  const [isOpen, setOpen] = useState(
    () => rememberedOpen(name) ?? isOpenAtFirst,
  );
  const heading = useRef<HTMLButtonElement>(null);
  const [seen, see] = useState<object | null>(null);
  if (wanted !== seen) {
    see(wanted);
    if (wanted) setOpen(true);
  }
  useEffect(() => {
    if (!wanted) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: "start" });
  }, [wanted]);
  const handleChange = (next: boolean) => {
    setOpen(next);
    remember(name, next);
  };
  return (
    <Disclosure
      isExpanded={isOpen}
      onExpandedChange={handleChange}
      className="group/section border-t border-line first:border-t-0"
    >
      <Heading level={3} className="flex">
        <Button
          ref={heading}
          slot="trigger"
          className="flex min-h-10 flex-1 items-center gap-2 px-4 text-left text-sm font-semibold -outline-offset-2 hover:bg-hover pointer-coarse:min-h-11"
        >
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 shrink-0 text-ink-3 transition-transform duration-100 group-data-expanded/section:rotate-90"
          />
          <span className="shrink-0">{title}</span>
          {summary && !isOpen ? (
            <span className="min-w-0 truncate text-xs font-normal text-ink-3">
              {summary}
            </span>
          ) : null}
        </Button>
      </Heading>
      <DisclosurePanel>
        {isOpen ? (
          <div className="flex flex-col gap-4 px-4 pt-1 pb-5">{children}</div>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

const key = (name: string) => `waymark:panel:${name}`;

function rememberedOpen(name: string): boolean | null {
  try {
    const kept = localStorage.getItem(key(name));
    return kept === null ? null : kept === "open";
  } catch {
    return null;
  }
}

/** Where the browser refuses storage, the section merely opens as it did at first. */
function remember(name: string, isOpen: boolean): void {
  try {
    localStorage.setItem(key(name), isOpen ? "open" : "closed");
  } catch {
    return;
  }
}
