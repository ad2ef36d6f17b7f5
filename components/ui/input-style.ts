import { cx } from "./cx";

/** The looks of a box that is written in, shared by all fields. */
export const inputStyle = cx(
  "w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-ellipsis text-ink",
  "outline-none transition-shadow duration-100 data-focused:border-focus data-focused:ring-1 data-focused:ring-focus",
  "data-invalid:border-danger data-invalid:ring-danger data-disabled:opacity-60",
  "pointer-coarse:text-md",
);
