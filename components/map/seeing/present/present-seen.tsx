"use client";

import { useSeenMap } from "../seeing-context";
import { PresentMode } from "./present-mode";

/** Presents what this tab shows of the map. */
export function PresentSeen({ onClose }: { readonly onClose: () => void }) {
  const map = useSeenMap((seen) => seen);
  return <PresentMode {...{ map, onClose }} />;
}
