import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import type { JourneySeed } from "@/lib/journey/seed";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { DocumentLog, LogRow } from "@/server/log/contract";
import { logger } from "@/server/logger";
import { updateWireFrame } from "./frames";
import { guardUpdate } from "./guard";
import { LiveDocument } from "./live-document";
import { rehearseArrivals } from "./rehearse-arrivals";
import { rehearseRooms } from "./rehearse-rooms";
import { editsOf } from "./rehearsal-edits";
import type { SyncSettings } from "./settings";

const openingMs = 150;
const editingMs = 200;
const appends = 40;
const rowsPerAppend = 20;

const count = (upTo: number) => Array.from({ length: upTo }, (_, at) => at);

const words = "a card like any other, with some words on it";

const encodedMap = (stages: number, lanes: number, cards: number) => {
  const seed: JourneySeed = {
    title: "",
    locale: "en",
    personas: [],
    stages: count(stages).map((stage) => ({ key: `s${stage}`, title: words })),
    lanes: count(lanes).map((lane) => ({
      key: `l${lane}`,
      kind: "text",
      title: words,
      cards: Object.fromEntries(
        count(stages).map((stage) => [
          `s${stage}`,
          count(cards).map(() => ({ text: words })),
        ]),
      ),
    })),
  };
  const doc = createDocument({ newId: randomUUID, random: Math.random }, seed);
  const snapshot = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return snapshot;
};

/** Opens and answers for a map, again and again. */
function rehearseOpening(snapshot: Uint8Array): void {
  const until = performance.now() + openingMs;
  while (performance.now() < until) {
    const live = new LiveDocument({ snapshot, tail: [] }, Infinity);
    live.encode();
    live.integrate([snapshot], "");
    live.destroy();
  }
}

/** Takes what somebody types, as a room does. @returns what it would store. */
function rehearseEditing(snapshot: Uint8Array): LogRow[] {
  const rows: LogRow[] = [];
  const actor = { kind: "system", id: "warm-up" } as const;
  const live = new LiveDocument({ snapshot, tail: [] }, Infinity);
  const until = performance.now() + editingMs;
  for (const update of editsOf(snapshot)) {
    if (performance.now() > until) break;
    if (guardUpdate(update, PROTOCOL_LIMITS.updateClients) !== "ok") break;
    const { row } = live.integrate([update], "");
    if (!row) break;
    updateWireFrame(row.update);
    const { update: data, clientIds } = row;
    rows.push({ data, clientIds, actor, connId: randomUUID(), idemKey: null });
  }
  live.destroy();
  return rows;
}

/** Offers rows to a log that has no such journeys and therefore stores nothing. */
async function rehearseStoring(
  log: DocumentLog,
  rows: readonly LogRow[],
): Promise<void> {
  for (let at = 0; at < appends; at++) {
    const from = at * rowsPerAppend;
    const offered = rows.slice(from, from + rowsPerAppend);
    await Promise.all(
      offered.map((row) =>
        log.append({ journeyId: randomUUID(), afterSeq: 0, rows: [row] }),
      ),
    );
  }
}

/**
 * Opens a map of nobody, edits it, offers that to the log and has people come to it and work in others, a few
 * hundred times before anyone is let in: what all of that is done by is compiled by then. Otherwise that work falls
 * into the first minute after a restart, when everybody comes back, and doubles what each change costs in it.
 */
export async function warmUp(
  log: DocumentLog,
  settings: SyncSettings,
): Promise<void> {
  // Of usual size; and one of which many are kept at once.
  const [snapshot, small] = [encodedMap(8, 6, 8), encodedMap(2, 2, 2)];
  rehearseOpening(snapshot);
  const rows = rehearseEditing(snapshot);
  await rehearseStoring(log, rows);
  // Nobody is kept waiting because a rehearsal failed.
  try {
    await rehearseArrivals(snapshot, settings);
    await rehearseRooms(small, { log, settings });
  } catch (error) {
    logger().warn({ err: error }, "not rehearsed");
  }
  await log.load(randomUUID());
}
