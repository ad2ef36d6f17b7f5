"use client";

import { useMemo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type { ReadMarks } from "@/components/map/read/read-marks";
import type { Problem } from "@/components/workspace/api-client";
import type { VersionAuthors, VersionItem } from "@/lib/api/versions";
import { difference } from "@/lib/journey/difference";
import type { Change } from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Comparison } from "./comparison";
import { isAbout, marksOf, placesOf, tellingOf } from "./places";
import { useAnswer } from "./use-answer";
import { useEdition } from "./use-edition";
import { useVersionsPath } from "./use-versions";

/** What a version is compared with: the one before it, or the map as it is now. */
export type Against = "before" | "now";

export interface Compared {
  readonly map: JourneyMap | null;
  readonly problem: Problem | null;
  /** Null while it is being asked for, and for a first version, which has nothing before it. */
  readonly comparison: Comparison | null;
  readonly changes: readonly Change[];
  readonly marks: ReadMarks;
  /** How many things a restore would change. */
  readonly toRestore: number;
}

interface Detail {
  readonly map: JourneyMap;
}

const NO_CHANGES: readonly Change[] = [];
const NO_MARKS: ReadMarks = new Map();

/** The map of a version, and how it differs from what it is compared with. */
export function useCompared(
  version: VersionItem | null,
  against: Against,
  touchpointId: string | null,
): Compared {
  const path = useVersionsPath();
  const live = useJourneyMap((map) => map);
  const detail = useAnswer<Detail>(
    version && `${path}/versions/${version.seq}`,
  );
  const beforeSeq = against === "before" ? (version?.beforeSeq ?? null) : null;
  const before = useAnswer<Detail>(
    beforeSeq === null ? null : `${path}/versions/${beforeSeq}`,
  );
  const edition = useEdition(live);
  const authors = useAnswer<VersionAuthors>(
    authorsPath(path, version, against),
    against === "now" ? edition : 0,
  );
  const map = detail.data?.map ?? null;
  const [from, to] =
    against === "before" ? [before.data?.map ?? null, map] : [map, live];
  const compared = useMemo(() => {
    if (from === null || to === null || map === null) return null;
    const places = placesOf(from, to);
    const all = tellingOf(difference(from, to));
    const changes =
      touchpointId === null
        ? all
        : all.filter((change) => isAbout(change, touchpointId, places));
    return {
      from,
      to,
      places,
      changes,
      marks: marksOf(changes, { map, places }),
    };
  }, [from, to, map, touchpointId]);
  const toRestore = useMemo(
    () => (map === null ? 0 : tellingOf(difference(live, map)).length),
    [live, map],
  );
  const comparison = useMemo(
    () => compared && { ...compared, authors: authors.data },
    [compared, authors.data],
  );
  return {
    map,
    problem: detail.problem ?? before.problem,
    comparison,
    changes: compared?.changes ?? NO_CHANGES,
    marks: compared?.marks ?? NO_MARKS,
    toRestore,
  };
}

function authorsPath(
  path: string,
  version: VersionItem | null,
  against: Against,
): string | null {
  if (version === null) return null;
  if (against === "now") return `${path}/authors?from=${version.seq}`;
  const { beforeSeq, seq } = version;
  return beforeSeq === null
    ? null
    : `${path}/authors?from=${beforeSeq}&to=${seq}`;
}
