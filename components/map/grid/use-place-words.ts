"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { usePlace } from "@/components/room/room-context";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { laneIn, stageIn, touchpointIn } from "../map-index";
import type { Place, Subject } from "./places";

const MAX_NAME = 60;

/** The title of a thing on the map or waiting for a place on it, short enough to be spoken. */
export function titleOf(map: JourneyMap, id: string): string {
  const title =
    stageIn(map, id)?.title ??
    touchpointIn(map, id)?.title ??
    laneIn(map, id)?.title ??
    Object.values(map.cells)
      .flat()
      .find((card) => card.id === id)?.text ??
    titleInTray(map, id);
  const line = title.split("\n", 1)[0] ?? "";
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME)}…` : line;
}

function titleInTray({ tray }: JourneyMap, id: string): string {
  const touchpoint = tray.touchpoints.find((one) => one.id === id);
  return (
    touchpoint?.title ?? tray.cards.find((one) => one.id === id)?.text ?? ""
  );
}

/** Says where something is or would be, for those who do not see the line. */
export function usePlaceWords(): (subject: Subject, place: Place) => string {
  const t = useTranslations("map");
  const { source } = usePlace();
  return useCallback(
    (subject, place) => {
      const map = source.get();
      const name = (id: string) => titleOf(map, id) || t("untitled.any");
      const what = name(subject.id);
      const where = place.before === null ? "last" : "before";
      const before = place.before === null ? "" : name(place.before);
      switch (place.kind) {
        case "stage":
        case "lane":
          return t(`place.${where}`, { what, before });
        case "touchpoint":
          return t(`place.${where}In`, {
            what,
            before,
            list: name(place.stageId),
          });
        case "card":
          return t(`place.${where}In`, {
            what,
            before,
            list: `${name(place.laneId)}, ${name(place.columnId)}`,
          });
      }
    },
    [t, source],
  );
}
