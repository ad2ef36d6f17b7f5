/** The looks that the palette has before it is loaded, too. */
export const paletteStyle = {
  scrim:
    "fixed inset-0 z-40 flex items-start justify-center bg-scrim p-3 sm:pt-[12dvh]",
  box: "flex max-h-[70dvh] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-modal",
  input:
    "h-12 w-full bg-transparent pr-4 pl-11 text-md text-ink outline-none placeholder:text-ink-3",
} as const;
