import { setImmediate as nextTurn } from "node:timers/promises";
import type * as Y from "yjs";
import type { VersionAuthors } from "@/lib/api/versions";
import { touchesOf } from "@/lib/journey/difference-authors";
import { pool } from "@/server/db/pool";
import { AppError } from "@/server/errors";
import { isBeginning } from "@/server/log/beginning";
import { unpackBlob } from "@/server/log/blob";
import { authorKey } from "@/server/log/contract";
import { readChanges, readShares } from "@/server/log/history";
import type { PackedChange } from "@/server/log/segments/frames";
import type { Share } from "@/server/log/segments/segment";
import { namedAuthors } from "@/server/queries/author-names";
import { syncCore } from "@/server/sync/sync-core";

/** Beyond this only the people are told: to look into every change would keep others waiting. */
const mostRows = 2_000;
const mostBytes = 2 * 1024 * 1024;
/** Between so many changes everyone else has a turn. */
const rowsPerTurn = 100;

interface Interval {
  readonly journeyId: string;
  /** After this change… */
  readonly from: number;
  /** …up to and including this one. */
  readonly to: number;
}

/** Who changed a map in an interval of its log, and who wrote last in each field. */
export async function authorsIn(
  workspaceId: string,
  interval: Interval,
): Promise<VersionAuthors> {
  const { journeyId, from, to } = interval;
  const range = { after: from, upTo: to };
  const [shares = []] = await readShares(pool(), journeyId, [range]);
  const named = await namedAuthors(
    workspaceId,
    shares.map(({ actor }) => actor),
  );
  const people = shares.map(({ actor, at, edits }) => ({
    ...named(actor),
    at: at.toISOString(),
    edits,
  }));
  const sum = (of: (share: Share) => number) =>
    shares.reduce((total, share) => total + of(share), 0);
  const isComplete =
    sum(({ edits }) => edits) <= mostRows &&
    sum(({ bytes }) => bytes) <= mostBytes;
  const places = new Map(shares.map(({ actor }, at) => [authorKey(actor), at]));
  const fields = isComplete ? await fieldsIn(interval, places) : [];
  return { people, isComplete, fields };
}

async function fieldsIn(
  { journeyId, from, to }: Interval,
  places: ReadonlyMap<string, number>,
): Promise<VersionAuthors["fields"]> {
  const held = await syncCore().rooms.enter(journeyId);
  if (!held) throw new AppError("not_found");
  try {
    const range = { after: from, upTo: to };
    const changes = await readChanges(pool(), journeyId, range);
    const fields = new Map<string, VersionAuthors["fields"][number]>();
    for (let start = 0; start < changes.length; start += rowsPerTurn) {
      await noteFields(changes.slice(start, start + rowsPerTurn), {
        doc: held.room.document.doc,
        places,
        fields,
      });
      await nextTurn();
    }
    return [...fields.values()];
  } finally {
    held.release();
  }
}

async function noteFields(
  changes: readonly PackedChange[],
  into: {
    readonly doc: Y.Doc;
    readonly places: ReadonlyMap<string, number>;
    readonly fields: Map<string, VersionAuthors["fields"][number]>;
  },
): Promise<void> {
  for (const { actor, at, blob } of changes) {
    const by = into.places.get(authorKey(actor)) ?? 0;
    const update = await unpackBlob(blob);
    // It says again what others had written.
    if (isBeginning(update)) continue;
    for (const touch of touchesOf(into.doc, update)) {
      const key = `${touch.root}/${touch.id}/${touch.field}`;
      into.fields.set(key, { ...touch, by, at: at.toISOString() });
    }
  }
}
