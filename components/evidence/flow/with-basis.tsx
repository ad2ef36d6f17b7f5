import type { ReactNode } from "react";

interface WithBasisProps {
  readonly children: ReactNode;
  /** On how many it rests and how sure it is. */
  readonly basis: string;
}

/** A figure, and quieter below it what it rests on. */
export function WithBasis({ children, basis }: WithBasisProps) {
  return (
    // One thing to the row of a phone, where a cell stands beside its name.
    <span className="block min-w-0 max-sm:[td>&]:text-right">
      {children}
      <span className="block text-xs text-ink-3"> {basis}</span>
    </span>
  );
}
