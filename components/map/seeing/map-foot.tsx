"use client";

import { useSeenMap } from "./seeing-context";
import type { GridStore } from "../grid/grid-store";
import type { Orders } from "../grid/use-orders";
import { StageStrip } from "./stage-strip";
import { useZoomKeys } from "./use-zoom-keys";
import { ZoomControls } from "./zoom-controls";

interface MapFootProps {
  readonly store: GridStore;
  readonly orders: Orders;
}

/** Under the map: which part of it is in view, and how near. */
export function MapFoot({ store, orders }: MapFootProps) {
  const isEmpty = useSeenMap(
    ({ stages, lanes }) => stages.length === 0 && lanes.length === 0,
  );
  useZoomKeys(orders);
  if (isEmpty) return null;
  return (
    <div
      data-region="foot"
      className="isolate flex h-11 shrink-0 items-center gap-3 border-t border-line bg-paper pr-2 pl-3 max-sm:hidden pointer-coarse:h-13 print:hidden"
    >
      <StageStrip store={store} />
      <ZoomControls orders={orders} />
    </div>
  );
}
