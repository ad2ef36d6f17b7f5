"use client";

import {
  usePagedList,
  type PagedList,
} from "@/components/workspace/lists/use-paged-list";
import type { PulseInfo, PulseList, PulseStanding } from "@/lib/api/pulses";

interface Wanted {
  /** Of the pulses of a journey in the API. */
  readonly path: string;
  /** Only those about it; null for all of the journey. */
  readonly touchpointId: string | null;
  readonly standing: Exclude<PulseStanding, "all">;
  /** Another one says that somebody has answered. */
  readonly edition: unknown;
}

const rowsOf = ({ pulses }: PulseList) => pulses;

/** Pulses with what came of them, the newest first, a page at a time; read again after a change. */
export function usePulses(wanted: Wanted): PagedList<PulseInfo, PulseList> {
  const { path, touchpointId, standing, edition } = wanted;
  const about = touchpointId === null ? "" : `&touchpoint=${touchpointId}`;
  return usePagedList<PulseInfo, PulseList>({
    path: `${path}?standing=${standing}${about}`,
    rowsOf,
    edition,
  });
}
