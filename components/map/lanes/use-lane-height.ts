"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useCommands } from "@/components/room/use-commands";
import type { LaneId } from "@/lib/journey/ids";
import { speak } from "../grid/speak";
import { changeHeight } from "./lane-heights";
import type { HeightChange } from "./lane-heights";
import { rowOf } from "./use-lane-edges";

/** Makes a lane taller or lower by name and says the result; the pointer does the same at its edge. */
export function useLaneHeight(): (
  laneId: LaneId,
  change: HeightChange,
) => void {
  const { run } = useCommands();
  const t = useTranslations("lanes.height");
  return useCallback(
    (laneId, change) => {
      const drawn = rowOf(laneId)?.offsetHeight ?? 0;
      const made = run((ctx) => changeHeight(ctx, laneId, { change, drawn }));
      if (!made?.ok) return;
      const { height } = made;
      speak(height === null ? t("fitted") : t("spoken", { height }));
    },
    [run, t],
  );
}
