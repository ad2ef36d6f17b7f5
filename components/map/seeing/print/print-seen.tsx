"use client";

import { useEffect } from "react";
import { criteriaOf } from "@/lib/sight/sight";
import { useSeenMap, useSight } from "../seeing-context";
import { LateSheet } from "./late-sheet";
import { PrintDialog } from "./print-dialog";
import { PrintSheet } from "./print-sheet";

/** Prints what this tab shows of the map. */
export function PrintSeen({ onClose }: { readonly onClose: () => void }) {
  const map = useSeenMap((seen) => seen);
  const isNarrowed = criteriaOf(useSight()) > 0;
  // Whoever closes this and takes the browser's own menu gets the same pages.
  useEffect(() => void LateSheet.load(), []);
  return <PrintDialog {...{ map, isNarrowed, onClose }} />;
}

/** The pages of what this tab shows of the map. */
export function SheetSeen() {
  const map = useSeenMap((seen) => seen);
  return <PrintSheet map={map} />;
}
