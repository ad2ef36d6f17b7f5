import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

interface OpenableProps {
  /** Whether a press opens what can be changed about it; on a picture of the map it is only read. */
  readonly isOpenable: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** Facts in small letters that lead to where they are changed. */
export function Openable({ isOpenable, className, children }: OpenableProps) {
  const look = cx("-mx-1 flex min-h-6 items-center rounded-sm px-1", className);
  return isOpenable ? (
    <button
      type="button"
      tabIndex={-1}
      data-act="facts"
      className={cx(look, "hover:bg-hover pointer-coarse:min-h-11")}
    >
      {children}
    </button>
  ) : (
    <span className={look}>{children}</span>
  );
}
