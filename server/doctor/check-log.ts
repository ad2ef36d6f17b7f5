import { unpackBlob } from "@/server/log/blob";
import { streamUpdates, type RestingUpdate } from "@/server/log/replay";
import { wordsOf } from "./finding";
import type { MapUnderCheck } from "./map-under-check";

const span = (from: number, to: number) =>
  from === to
    ? `change ${from} is missing`
    : `changes ${from} to ${to} are missing`;

/** Checks that every change is there, once, as it was written, and that the head names the newest. */
export async function checkLog(map: MapUnderCheck): Promise<void> {
  const { db, journeyId, headSeq, report } = map;
  const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER };
  let newest = 0;
  for await (const batch of streamUpdates(db, journeyId, all)) {
    for (const update of batch) {
      if (update.seq !== newest + 1)
        report("missing", span(newest + 1, update.seq - 1));
      newest = update.seq;
      await checkUpdate(map, update);
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
  { seq, blob }: RestingUpdate,
): Promise<void> {
  try {
    await unpackBlob(blob);
  } catch (error) {
    report("update", `change ${seq} is damaged: ${wordsOf(error)}`);
  }
}
