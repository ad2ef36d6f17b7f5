/**
 * Tells the lanes how high the headings above them are, so that their names stay right below these however far a
 * tall lane is scrolled.
 */
export function tellHeadingHeight(
  heading: HTMLElement | null,
): (() => void) | undefined {
  const table = heading?.parentElement;
  if (!heading || !table) return undefined;
  const size = new ResizeObserver(() =>
    table.style.setProperty("--heads", `${heading.offsetHeight}px`),
  );
  size.observe(heading);
  return () => size.disconnect();
}

/** On what a lane says of itself. */
export const UNDER_HEADINGS = "sticky top-[calc(var(--heads,6rem)+0.625rem)]";
