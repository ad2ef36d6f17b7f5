"use client";

import { useMemo } from "react";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { matrixColumns, type Grain } from "@/lib/views/columns";
import { useRemembered } from "../memory";

/** The columns of a matrix, as fine as this reader likes them. */
export function useColumns({ stages }: JourneyMap) {
  const [kept, keep] = useRemembered("waymark:matrix-grain");
  const grain: Grain = kept === "stage" ? "stage" : "touchpoint";
  const columns = useMemo(() => matrixColumns(stages, grain), [stages, grain]);
  return { grain, setGrain: keep as (grain: Grain) => void, columns };
}
