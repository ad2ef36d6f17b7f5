/** From so near to an edge the map scrolls along, in pixels. */
const REACH = 56;
/** The most that it scrolls in one frame. */
const FASTEST = 18;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How far the map scrolls in one frame while something is swept or carried towards its edge: faster the closer. */
export function edgePull(root: HTMLElement, { x, y }: Spot): Spot {
  const box = root.getBoundingClientRect();
  const cover = root.querySelector("[role=rowheader]")?.getBoundingClientRect();
  // The lane names and headings stay in place and cover the cells, so the edge is where they end.
  const left = Math.max(box.left, cover?.right ?? box.left);
  const headings = root.querySelector("[data-row=touchpoints]");
  const top = Math.max(
    box.top,
    headings?.getBoundingClientRect().bottom ?? box.top,
  );
  return {
    x: pull(x, left, box.right),
    y: pull(y, top, box.bottom),
  };
}

/** Negative before the start, positive behind the end, nothing between. */
export function pull(at: number, start: number, end: number): number {
  const reach = Math.min(REACH, (end - start) / 3);
  if (reach <= 0) return 0;
  if (at < start + reach)
    return -Math.ceil(FASTEST * Math.min(1, (start + reach - at) / reach));
  if (at > end - reach)
    return Math.ceil(FASTEST * Math.min(1, (at - (end - reach)) / reach));
  return 0;
}
