"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import type { LaneId } from "@/lib/journey/ids";
import { laneIn } from "../map-index";
import { useSeeing } from "../seeing/seeing-context";

/** Puts a lane aside for this reader alone, as its tick in the filter does, and says how it comes back. */
export function useHideLane(): (laneId: LaneId) => void {
  const t = useTranslations("map");
  const { source } = useRoom();
  const { sights } = useSeeing();
  return useCallback(
    (laneId) => {
      const lane = laneIn(source.get(), laneId);
      if (!lane) return;
      const others = () =>
        sights.getSight().hiddenLanes.filter((id) => id !== laneId);
      sights.change({ hiddenLanes: [...others(), laneId] });
      showToast({
        text: t("hideLane.done", {
          name: lane.title || t(`lane.${lane.kind}.name`),
        }),
        action: {
          label: t("undo"),
          run: () => sights.change({ hiddenLanes: others() }),
        },
      });
    },
    [source, sights, t],
  );
}
