"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { EmotionChoice, Sight } from "@/lib/sight/sight";
import { useCatalogue } from "../../drawing/catalogue";
import { LEVELS, useLevelName } from "../../emotion/levels";

export interface Choice<Id extends string | number = string> {
  readonly id: Id;
  readonly name: string;
}

export interface Choices {
  readonly owners: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly emotions: readonly Choice<EmotionChoice>[];
  readonly personas: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly lanes: readonly Choice[];
}

/** What can be chosen among: only what is on this map, and what is chosen already. */
export function useChoices(sight: Sight): Choices {
  const t = useTranslations("map");
  const map = useJourneyMap((whole) => whole);
  const { stakeholderOf, channelOf, personaOf } = useCatalogue();
  const levelName = useLevelName();
  return useMemo(() => {
    const byName = (a: Choice, b: Choice) => a.name.localeCompare(b.name);
    const named = (
      ids: Iterable<string>,
      of: (id: string) => { readonly name: string } | undefined,
    ) =>
      [...new Set(ids)]
        .flatMap((id) => {
          const name = of(id)?.name;
          return name === undefined ? [] : [{ id, name }];
        })
        .toSorted(byName);
    return {
      owners: named([...ownersOn(map), ...sight.owners], stakeholderOf),
      channels: named([...channelsOn(map), ...sight.channels], channelOf),
      emotions: [...LEVELS, null].map((level) => ({
        id: level ?? ("none" as const),
        name: levelName(level),
      })),
      personas: named(map.personas, personaOf),
      stages: map.stages.map(({ id, title }) => ({
        id,
        name: title || t("untitled.stage"),
      })),
      lanes: map.lanes.map(({ id, kind, title }) => ({
        id,
        name: title || t(`lane.${kind}.name`),
      })),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- levelName is new at each drawing and says the same
  }, [
    map,
    sight.owners,
    sight.channels,
    stakeholderOf,
    channelOf,
    personaOf,
    t,
  ]);
}

const touchpointsOn = ({ stages }: JourneyMap) =>
  stages.flatMap(({ touchpoints }) => touchpoints);

const ownersOn = (map: JourneyMap) =>
  touchpointsOn(map).flatMap(({ owners }) =>
    owners.map(({ stakeholderId }) => stakeholderId as string),
  );

const channelsOn = (map: JourneyMap) =>
  touchpointsOn(map).flatMap(({ channels }) => channels as readonly string[]);
