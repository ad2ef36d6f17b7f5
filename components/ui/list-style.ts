/** The looks of what pops up with a list in it. */
export const popoverStyle =
  "rounded-lg border border-line bg-raised shadow-float outline-none data-entering:animate-pop-in data-exiting:pointer-events-none data-exiting:animate-pop-out";

/** The looks of one row in such a list. */
export const optionStyle =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1.5 text-sm text-ink outline-none select-none pointer-coarse:min-h-11 " +
  "data-focused:bg-hover data-focus-visible:bg-pressed data-focus-visible:shadow-[inset_2px_0_0_var(--color-accent)] data-hovered:bg-hover data-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3";
