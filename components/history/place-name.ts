"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ThingKind } from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useComparison } from "./comparison";

/** What everything on two maps is called; the newer map's word counts. */
function namesOf(
  from: JourneyMap,
  to: JourneyMap,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const map of [from, to]) {
    const touchpoints = [
      ...map.stages.flatMap((stage) => stage.touchpoints),
      ...map.tray.touchpoints,
    ];
    for (const { id, title } of [...map.stages, ...touchpoints, ...map.lanes])
      names.set(id, title);
    for (const { id, text } of [
      ...Object.values(map.cells).flat(),
      ...map.tray.cards,
    ])
      names.set(id, text);
    for (const { id, name } of Object.values(map.attachments).flat())
      names.set(id, name);
  }
  return names;
}

export interface PlaceName {
  readonly nameOf: (id: string) => string;
  /** A place as a heading. */
  readonly placeName: (place: string) => string;
  readonly listName: (kind: ThingKind, list: string | null) => string;
}

/** Names of places on the two maps that are compared. */
export function usePlaceName(): PlaceName {
  const { from, to } = useComparison();
  const t = useTranslations("map");
  return useMemo(() => {
    const names = namesOf(from, to);
    const nameOf = (id: string) => names.get(id) ?? "";
    const titled = (id: string) => nameOf(id) || t("untitled.any");
    const cellName = (cell: string) => {
      const [laneId = "", columnId = ""] = cell.split(":");
      return `${titled(columnId)} · ${titled(laneId)}`;
    };
    const placeName = (place: string) => {
      const [kind, id = ""] = place.split(":");
      switch (kind) {
        case "map":
          return to.meta.title || t("untitled.map");
        case "stage":
        case "lane":
        case "touchpoint":
          return `${t(`thing.${kind}`)}: ${titled(id)}`;
        default:
          return cellName(place);
      }
    };
    const listName = (kind: ThingKind, list: string | null) => {
      if (list === null || list === "") return t("tray.title");
      return kind === "card" ? cellName(list) : titled(list);
    };
    return { nameOf, placeName, listName };
  }, [from, to, t]);
}
