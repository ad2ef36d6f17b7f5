"use client";

import { Check } from "lucide-react";
import { useGridAccess } from "./grid-context";

/** Says that something is chosen together with others, without leaning on colour alone. */
export function PickedMark() {
  const { words } = useGridAccess();
  return (
    <span className="pointer-events-none absolute -top-1.5 -right-1.5 z-[3] flex size-4 items-center justify-center rounded-full bg-accent text-accent-ink forced-colors:border">
      <Check aria-hidden="true" className="size-3" strokeWidth={3} />
      <span className="sr-only">{words.picked}</span>
    </span>
  );
}
