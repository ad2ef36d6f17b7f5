import {
  startTransition,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { idle } from "@/components/ui/idle";
import type { GridStore } from "./grid-store";
import { lanesAtFirst } from "./lanes-at-first";
import type { GridShape } from "./shape";

const LANES_AT_ONCE = 1;

const never = () => () => undefined;

/**
 * How many lanes are drawn with their cells. A large map is sent with its upper lanes, and the others follow by
 * themselves as soon as the browser has time; the lane in which somebody stands is there at once.
 */
export function useLanesDrawn(store: GridStore, shape: GridShape): number {
  const isSent = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [count, setCount] = useState(() =>
    isSent ? lanesAtFirst(shape, store.getSeen()) : Infinity,
  );
  const held = useSyncExternalStore(
    store.subscribe,
    () => laneHeld(store),
    () => 0,
  );
  const isWhole = count >= shape.lanes.length;
  useEffect(() => {
    if (isWhole) return;
    let isGone = false;
    void idle().then(() => {
      if (!isGone) startTransition(() => setCount(count + LANES_AT_ONCE));
    });
    return () => {
      isGone = true;
    };
  }, [count, isWhole]);
  return Math.max(count, held);
}

/** The number of the lane in which the selection is, counted from 1; 0 above them. */
function laneHeld(store: GridStore): number {
  const { row } = store.getState().point;
  return store.getShape().lanes.findIndex(({ key }) => key === row) + 1;
}
