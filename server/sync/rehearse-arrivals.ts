import { randomUUID } from "node:crypto";
import { MemoryLog } from "@/server/log/memory";
import { step1Frame } from "./frames";
import { onStage, storeMap, type Visit } from "./rehearsal-stage";
import type { SyncSettings } from "./settings";

const arrivingMs = 400;
const atOnce = 20;
const nothing = new Uint8Array([0]);

/** Somebody's browser comes, is given the map, and goes. @returns whether it was given the map. */
async function comeAndGo(visit: Visit, journeyId: string): Promise<boolean> {
  const socket = await visit(journeyId);
  const closed = new Promise((done) => socket.once("close", done));
  socket.once("open", () => socket.send(step1Frame(nothing)));
  // The greeting, then the map.
  let heard = 0;
  socket.on("message", () => {
    heard++;
    if (heard === 2) socket.close();
  });
  await closed;
  return heard >= 2;
}

/**
 * Has some hundred people come to a map of nobody and go again: what seats and greets them is compiled by the
 * time the real ones return.
 *
 * @param snapshot - the map.
 * @returns how many were given it.
 */
export async function rehearseArrivals(
  snapshot: Uint8Array,
  settings: SyncSettings,
): Promise<number> {
  const log = new MemoryLog();
  const journeyId = randomUUID();
  await storeMap(log, journeyId, snapshot);
  return onStage(log, settings, async (visit) => {
    let served = 0;
    const until = performance.now() + arrivingMs;
    while (performance.now() < until) {
      const visits = Array.from({ length: atOnce }, () =>
        comeAndGo(visit, journeyId),
      );
      served += (await Promise.all(visits)).filter(Boolean).length;
    }
    return served;
  });
}
