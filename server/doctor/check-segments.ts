import { isSameJson } from "@/lib/journey/plain";
import type { PackedChange } from "@/server/log/segments/frames";
import {
  readSegmentHeads,
  streamPacked,
  type SegmentHead,
} from "@/server/log/segments/read";
import { clientsOf, sharesOf } from "@/server/log/segments/segment";
import { wordsOf } from "./finding";
import type { MapUnderCheck } from "./map-under-check";

const nameOf = ({ firstSeq, lastSeq }: SegmentHead) =>
  `the segment of changes ${firstSeq} to ${lastSeq}`;

/** Whether what is told of a segment unopened is what it holds. */
const isTrue = (head: SegmentHead, changes: readonly PackedChange[]) =>
  isSameJson(
    [head.shares, head.clients, head.firstAt, head.lastAt].map(plain),
    [
      sharesOf(changes),
      clientsOf(changes),
      changes[0]?.at,
      changes.at(-1)?.at,
    ].map(plain),
  );
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function checkSegment(
  map: MapUnderCheck,
  head: SegmentHead,
): Promise<void> {
  const { db, journeyId, report } = map;
  const range = { after: head.firstSeq - 1, upTo: head.lastSeq };
  try {
    for await (const changes of streamPacked(db, journeyId, range))
      if (!isTrue(head, changes))
        report("segment", `${nameOf(head)} holds other than it says outside`);
  } catch (error) {
    report("segment", `${nameOf(head)} is damaged: ${wordsOf(error)}`);
  }
}

/**
 * Checks every segment of packed changes, and that none is missing between them.
 *
 * @returns the last change that is packed; 0 where none is.
 */
export async function checkSegments(map: MapUnderCheck): Promise<number> {
  const { db, journeyId, report } = map;
  const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER };
  let foot = 0;
  for (const head of await readSegmentHeads(db, journeyId, all)) {
    if (head.firstSeq !== foot + 1)
      report(
        "segment",
        `${nameOf(head)} does not follow change ${foot}, the last one before it`,
      );
    foot = head.lastSeq;
    await checkSegment(map, head);
  }
  return foot;
}
