import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { tellRowsChanged } from "@/server/row-events";
import {
  hashOf,
  newestVersion,
  putVersion,
  thinVersions,
  type NewVersion,
} from "./store";

/** Stores a version, lets go of old ones, and tells whoever looks at the history. */
export async function keepVersion(
  pool: pg.Pool,
  version: NewVersion,
): Promise<void> {
  const workspaceId = await putVersion(pool, version);
  if (workspaceId === null) return;
  await thinVersions(pool, version.journeyId, new Date());
  tellRowsChanged(workspaceId, "version", version.journeyId);
}

/** Keeps versions of one journey by itself: what its room calls when there was enough to keep. */
export class JourneyVersions {
  constructor(
    private readonly pool: pg.Pool,
    private readonly journeyId: string,
  ) {}

  /** Keeps what the map says now, unless the newest version says the same. */
  async keep(map: JourneyMap, seq: number): Promise<void> {
    const { pool, journeyId } = this;
    const newest = await newestVersion(pool, journeyId);
    if (newest?.hash === hashOf(map)) return;
    const reason = newest === null ? "first" : "automatic";
    await keepVersion(pool, { journeyId, map, seq, reason });
  }
}
