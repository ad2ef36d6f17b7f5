import {
  startTransition,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { idle } from "@/components/ui/idle";
import type { GridStore } from "./grid-store";
import type { GridShape } from "./shape";

/** As many as a large screen shows; what lies further down is not worth waiting for. */
const CELLS_AT_FIRST = 320;
const LANES_AT_FIRST = 8;
const LANES_AT_ONCE = 1;

/** How many lanes of a map are drawn with its first sight. */
function lanesAtFirst({ lanes, leaves }: GridShape): number {
  const fitting = Math.floor(CELLS_AT_FIRST / Math.max(1, leaves.length));
  return Math.min(lanes.length, Math.max(LANES_AT_FIRST, fitting));
}

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
    isSent ? lanesAtFirst(shape) : Infinity,
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
