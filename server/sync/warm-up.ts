import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import type { JourneySeed } from "@/lib/journey/seed";
import type { DocumentLog } from "@/server/log/contract";
import { LiveDocument } from "./live-document";

const [stages, lanes, cards] = [8, 6, 8];
const longestMs = 150;

const count = (upTo: number) => Array.from({ length: upTo }, (_, at) => at);

const words = "a card like any other, with some words on it";

/** A map of usual size. */
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

/**
 * Opens and answers for a map of nobody a few times, and the log once, before anyone is let in: what opens a
 * map is compiled by then, and the first person after a restart does not wait for that.
 */
export async function warmUp(log: DocumentLog): Promise<void> {
  const doc = createDocument({ newId: randomUUID, random: Math.random }, seed);
  const snapshot = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const until = performance.now() + longestMs;
  while (performance.now() < until) {
    const live = new LiveDocument({ snapshot, tail: [] }, Infinity);
    live.encode();
    live.integrate([snapshot], "");
    live.destroy();
  }
  await log.load(randomUUID());
}
