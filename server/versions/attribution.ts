import { setImmediate as nextTurn } from "node:timers/promises";
import type * as Y from "yjs";
import type { VersionAuthors } from "@/lib/api/versions";
import { touchesOf } from "@/lib/journey/difference-authors";
import { pool } from "@/server/db/pool";
import { AppError } from "@/server/errors";
import { unpackBlob } from "@/server/log/blob";
import { authorKey, type LogActor } from "@/server/log/contract";
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

interface PersonRow {
  readonly actor_kind: LogActor["kind"];
  readonly actor_id: string;
  readonly at: Date;
  readonly edits: string;
  readonly bytes: string;
}

const peopleSql = `
SELECT actor_kind, actor_id, max(at) AS at, count(*) AS edits, sum(octet_length(data)) AS bytes
FROM document_update WHERE journey_id = $1 AND seq > $2 AND seq <= $3
GROUP BY 1, 2 ORDER BY max(seq) DESC`;

interface UpdateRow {
  readonly actor_kind: LogActor["kind"];
  readonly actor_id: string;
  readonly at: Date;
  readonly codec: number;
  readonly crc32c: string;
  readonly data: Buffer;
}

const updatesSql = `
SELECT actor_kind, actor_id, at, codec, crc32c, data FROM document_update
WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`;

const actorOf = (row: PersonRow | UpdateRow): LogActor => ({
  kind: row.actor_kind,
  id: row.actor_id,
});

/** Who changed a map in an interval of its log, and who wrote last in each field. */
export async function authorsIn(
  workspaceId: string,
  interval: Interval,
): Promise<VersionAuthors> {
  const { journeyId, from, to } = interval;
  const { rows } = await pool().query<PersonRow>(peopleSql, [
    journeyId,
    from,
    to,
  ]);
  const named = await namedAuthors(workspaceId, rows.map(actorOf));
  const people = rows.map((row) => ({
    ...named(actorOf(row)),
    at: row.at.toISOString(),
    edits: Number(row.edits),
  }));
  const sum = (of: (row: PersonRow) => string) =>
    rows.reduce((total, row) => total + Number(of(row)), 0);
  const isComplete =
    sum(({ edits }) => edits) <= mostRows &&
    sum(({ bytes }) => bytes) <= mostBytes;
  const places = new Map(rows.map((row, at) => [authorKey(actorOf(row)), at]));
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
    const { rows } = await pool().query<UpdateRow>(updatesSql, [
      journeyId,
      from,
      to,
    ]);
    const fields = new Map<string, VersionAuthors["fields"][number]>();
    for (let start = 0; start < rows.length; start += rowsPerTurn) {
      await noteFields(rows.slice(start, start + rowsPerTurn), {
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
  rows: readonly UpdateRow[],
  into: {
    readonly doc: Y.Doc;
    readonly places: ReadonlyMap<string, number>;
    readonly fields: Map<string, VersionAuthors["fields"][number]>;
  },
): Promise<void> {
  for (const row of rows) {
    const { codec, data, crc32c } = row;
    const update = await unpackBlob({ codec, data, crc32c: Number(crc32c) });
    const by = into.places.get(authorKey(actorOf(row))) ?? 0;
    const at = row.at.toISOString();
    for (const touch of touchesOf(into.doc, update)) {
      const key = `${touch.root}/${touch.id}/${touch.field}`;
      into.fields.set(key, { ...touch, by, at });
    }
  }
}
