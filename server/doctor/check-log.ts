import { unpackBlob } from "@/server/log/blob";
import { streamLog } from "@/server/log/history";
import type { PackedChange } from "@/server/log/segments/frames";
import { wordsOf } from "./finding";
import type { MapUnderCheck } from "./map-under-check";

const span = (from: number, to: number) =>
  from === to
    ? `change ${from} is missing`
    : `changes ${from} to ${to} are missing`;

/**
 * Checks that every change is there, once, as it was written, and that the head names the newest.
 *
 * @param foot - the last change that is packed.
 */
export async function checkLog(
  map: MapUnderCheck,
  foot: number,
): Promise<void> {
  const { db, journeyId, headSeq, report } = map;
  const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER };
  let newest = foot;
  for await (const batch of streamLog(db, journeyId, all)) {
    for (const change of batch) {
      const { seq } = change;
      if (seq <= foot)
        report("twice", `change ${seq} is packed and in the log`);
      else if (seq !== newest + 1) report("missing", span(newest + 1, seq - 1));
      newest = Math.max(newest, seq);
      await checkUpdate(map, change);
    }
  }
  if (newest === headSeq) return;
  report(
    "head",
    `the newest change is ${newest}, but ${headSeq} were said to be stored`,
  );
}

async function checkUpdate(
  { report }: MapUnderCheck,
  { seq, blob }: PackedChange,
): Promise<void> {
  try {
    await unpackBlob(blob);
  } catch (error) {
    report("update", `change ${seq} is damaged: ${wordsOf(error)}`);
  }
}
