import { randomUUID } from "node:crypto";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { MemoryLog } from "@/server/log/memory";
import { step1Frame, step2Frame } from "./frames";
import { encodeEntry } from "./presence-entry";
import { presenceFrame } from "./presence-frames";
import { onStage, storeMap, type Visit } from "./rehearsal-stage";
import type { SyncSettings } from "./settings";
import { messageOf } from "./wire-frame";

const arrivingMs = 400;
const atOnce = 20;
const nothing = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);

let visitors = 0;

/** Somebody's browser comes, is given the map, says what it has and who it is, and goes. @returns whether it was given the map. */
async function comeAndGo(visit: Visit, journeyId: string): Promise<boolean> {
  const socket = await visit(journeyId);
  const closed = new Promise((done) => socket.once("close", done));
  socket.once("open", () => {
    socket.send(step1Frame(nothing));
    const own = encodeEntry(++visitors, 1, { user: {} });
    socket.send(messageOf(presenceFrame([own])));
  });
  let isServed = false;
  socket.on("message", ([type, kind]: Buffer) => {
    if (type === MESSAGE.sync && kind === SYNC.step2) isServed = true;
    if (type === MESSAGE.sync && kind === SYNC.step1)
      socket.send(step2Frame(emptyUpdate));
    // Last comes who else is there.
    if (type === MESSAGE.presence && isServed) socket.close();
  });
  await closed;
  return isServed;
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
