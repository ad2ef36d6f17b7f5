"use client";

import { useTranslations } from "next-intl";
import type { Change } from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { ChangeItem } from "./change-item";
import { useComparison } from "./comparison";
import { usePlaceName } from "./place-name";
import { placeOf } from "./places";

/** The places of a map in reading order: itself, its lanes, and stage by stage what stands there. */
function ranksOf(map: JourneyMap): ReadonlyMap<string, number> {
  const places = ["map", ...map.lanes.map(({ id }) => `lane:${id}`)];
  const addColumn = (id: string) =>
    places.push(...map.lanes.map((lane) => `${lane.id}:${id}`));
  for (const stage of map.stages) {
    places.push(`stage:${stage.id}`);
    addColumn(stage.id);
    for (const { id } of stage.touchpoints) {
      places.push(`touchpoint:${id}`);
      addColumn(id);
    }
  }
  return new Map(places.map((place, rank) => [place, rank]));
}

function scrollTo(place: string): void {
  document
    .querySelector(`[data-mark="${CSS.escape(place)}"]`)
    ?.scrollIntoView({ block: "center", inline: "center" });
}

/** Everything that changed, place by place and in words. */
export function ChangeList({
  changes,
  isAlone = false,
}: {
  readonly changes: readonly Change[];
  /** No map beside it shows where the places are; what things hold is told here. */
  readonly isAlone?: boolean;
}) {
  const t = useTranslations("history");
  const { to, places } = useComparison();
  const { placeName } = usePlaceName();
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const place = placeOf(change, places);
    const group = groups.get(place);
    if (group) group.push(change);
    else groups.set(place, [change]);
  }
  const ranks = ranksOf(to);
  const rankOf = (place: string) => ranks.get(place) ?? Infinity;
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b) || 0);
  return (
    <div>
      {ordered.map(([place, list]) => (
        <section key={place} className="border-b border-line">
          <h3 className="bg-sunken text-xs font-semibold">
            {isAlone ? (
              <span className="block px-4 py-1.5 break-words">
                {placeName(place)}
              </span>
            ) : (
              <button
                type="button"
                title={t("showOnMap")}
                onClick={() => scrollTo(place)}
                className="w-full px-4 py-1.5 text-left break-words hover:bg-hover"
              >
                {placeName(place)}
              </button>
            )}
          </h3>
          <ul className="divide-y divide-line">
            {list.map((change, index) => (
              <ChangeItem key={index} change={change} isWhole={isAlone} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
