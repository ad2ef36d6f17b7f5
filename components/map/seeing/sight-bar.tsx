"use client";

import { criteriaOf } from "@/lib/sight/sight";
import type { Sight } from "@/lib/sight/sight";
import type { Orders } from "../grid/use-orders";
import { lazyPart } from "@/components/ui/lazy-part";
import { useChosenView, useSight } from "./seeing-context";
import { useFadedColumns } from "./use-faded-columns";

const ActiveBar = lazyPart(
  async () => (await import("./filter/active-bar")).ActiveBar,
  { takesKeys: false },
);

/** Whether anything of the map is left out or paled. */
export function isNarrowed(sight: Sight): boolean {
  return (
    criteriaOf(sight) > 0 ||
    sight.hiddenLanes.length > 0 ||
    sight.hiddenStages.length > 0
  );
}

interface SightBarProps {
  readonly orders: Orders;
  /** Where the focus goes when all of the map is shown again and the bar is gone. */
  readonly onGone: () => void;
}

/** What is left out of the map just now, in words, with the way back; nothing while all of it is shown. */
export function SightBar({ orders, onGone }: SightBarProps) {
  const sight = useSight();
  const view = useChosenView();
  useFadedColumns();
  return isNarrowed(sight) || view ? (
    <ActiveBar {...{ orders, onGone }} />
  ) : null;
}
