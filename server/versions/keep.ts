import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { tellRowsChanged } from "@/server/row-events";
import {
  newestVersion,
  putVersion,
  thinVersions,
  writeMap,
  type NewVersion,
  type Written,
} from "./store";

/** Stores a version, lets go of old ones, and tells whoever looks at the history. */
export async function keepVersion(
  pool: pg.Pool,
  version: NewVersion,
  written?: Written,
): Promise<void> {
  const workspaceId = await putVersion(pool, version, written);
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
    const written = writeMap(map);
    if (newest?.hash === written.hash) return;
    const reason = newest === null ? "first" : "automatic";
    await keepVersion(pool, { journeyId, map, seq, reason }, written);
  }
}
