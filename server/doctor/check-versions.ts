import { readVersionMap } from "@/server/versions/store";
import { wordsOf } from "./finding";
import type { MapUnderCheck } from "./map-under-check";

/** Checks that every version of a journey can be read and says what was stored. */
export async function checkVersions(map: MapUnderCheck): Promise<void> {
  const { db, journeyId, report } = map;
  const { rows } = await db.query<{ seq: string }>(
    `SELECT seq FROM "JourneyVersion" WHERE "journeyId" = $1 ORDER BY seq`,
    [journeyId],
  );
  for (const { seq } of rows) {
    try {
      await readVersionMap(db, journeyId, Number(seq));
    } catch (error) {
      report(
        "version",
        `the version at change ${seq} is damaged: ${wordsOf(error)}`,
      );
    }
  }
}
