import { ZOOM } from "@/lib/layout/zoom";

const nameOf = (owner: string) => `waymark:zoom:${owner}`;

/** How near somebody left a map in this browser; null where they never changed it or nothing is kept. */
export function keptZoom(owner: string): number | null {
  try {
    const zoom = Number(localStorage.getItem(nameOf(owner)) ?? Number.NaN);
    return zoom >= ZOOM.least && zoom <= ZOOM.most ? zoom : null;
  } catch {
    return null;
  }
}

export function keepZoom(owner: string, zoom: number): void {
  try {
    if (zoom === 1) localStorage.removeItem(nameOf(owner));
    else localStorage.setItem(nameOf(owner), String(zoom));
  } catch {
    // A browser that keeps nothing begins at 100 % each time.
  }
}
