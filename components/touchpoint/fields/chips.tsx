"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

interface ChipsProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Things that were chosen, side by side. */
export function Chips({ label, children }: ChipsProps) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {children}
    </ul>
  );
}

interface ChipProps {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly removeLabel: string;
  /** Absent where nothing may be changed. */
  readonly onRemove?: () => void;
}

/** One of them, with a button that takes it away. */
export function Chip({ icon, children, removeLabel, onRemove }: ChipProps) {
  return (
    <li className="flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface pl-2.5 text-sm last:mr-0 [&>svg]:size-3.5 [&>svg]:shrink-0 [&>svg]:text-ink-3">
      {icon}
      <span
        className={onRemove ? "min-w-0 truncate" : "min-w-0 truncate pr-2.5"}
      >
        {children}
      </span>
      {onRemove ? (
        <IconButton
          size="sm"
          label={removeLabel}
          onPress={onRemove}
          className="rounded-full [&_svg]:size-3"
        >
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  );
}
