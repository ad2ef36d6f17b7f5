/** The looks of a button in the bar above notes. */
export const toolStyle =
  "flex size-7 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink data-selected:bg-accent-tint data-selected:text-accent pointer-coarse:size-11 [&_svg]:size-4";
