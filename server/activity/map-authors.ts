import type pg from "pg";
import type { MapChange } from "@/lib/activity/map-changes";
import type { Touch } from "@/lib/journey/difference-authors";
import { isBeginning } from "@/server/log/beginning";
import { unpackBlob } from "@/server/log/blob";
import { authorKey, type LogActor } from "@/server/log/contract";
import { streamLog } from "@/server/log/history";
import { logger } from "@/server/logger";

type Db = Pick<pg.ClientBase, "query">;

/** Which things an update of a document changed; asks the document, which may be newer. */
export type Touches = (update: Uint8Array) => readonly Touch[];

/** What happened to one journey between two states of its rows. */
export interface Step {
  readonly journeyId: string;
  readonly afterSeq: number;
  readonly seq: number;
}

/** Somebody who wrote in a step. */
export interface Writer {
  readonly actor: LogActor;
  /** Who they are in the workspace: a program is whoever it works for. */
  readonly userId: string | null;
  readonly stakeholderId: string | null;
  readonly at: Date;
  readonly edits: number;
  readonly bytes: number;
}

const uuid = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

// Looked up for one step after the other: joined as tables are, PostgreSQL goes through the whole log of all maps.
const writersSql = `
SELECT s."journeyId", u.kind, u.id, u.at, u.edits, u.bytes,
       CASE WHEN u.kind = 'token' THEN k."userId"::text WHEN u.kind = 'user' AND u.id ~ ${uuid} THEN u.id END AS "userId",
       CASE WHEN u.kind = 'person' AND u.id ~ ${uuid} THEN u.id END AS "stakeholderId"
FROM json_to_recordset($1::json) AS s("journeyId" uuid, "afterSeq" bigint, seq bigint)
CROSS JOIN LATERAL (
  SELECT actor_kind AS kind, actor_id AS id, max(at) AS at, count(*)::int AS edits, sum(octet_length(data))::float8 AS bytes
  FROM document_update WHERE journey_id = s."journeyId" AND seq > s."afterSeq" AND seq <= s.seq
  GROUP BY 1, 2) u
LEFT JOIN "ApiToken" k ON u.kind = 'token' AND k.id::text = u.id`;

interface WriterRow extends Omit<Writer, "actor"> {
  readonly journeyId: string;
  readonly kind: LogActor["kind"];
  readonly id: string;
}

/** Who wrote in each step, by journey. */
export async function readWriters(
  db: Db,
  steps: readonly Step[],
): Promise<Map<string, Writer[]>> {
  const { rows } = await db.query<WriterRow>(writersSql, [
    JSON.stringify(steps),
  ]);
  const byJourney = new Map<string, Writer[]>();
  for (const { journeyId, kind, id, ...rest } of rows)
    byJourney.set(journeyId, [
      ...(byJourney.get(journeyId) ?? []),
      { actor: { kind, id }, ...rest },
    ]);
  return byJourney;
}

/** Beyond this nobody looks who of several it was: it would keep the others of the room waiting. */
const mostEdits = 1_000;
const mostBytes = 1024 * 1024;

/** Which field tells of something that can be done to a thing beside other changes of it. */
const fieldOf = (kind: MapChange["kind"]): string | null => {
  if (kind.endsWith("-removed")) return "del";
  if (kind.startsWith("decision-")) return "decision";
  return kind.startsWith("task-") ? "task" : null;
};

/** What an update calls what is told of, the likeliest first. */
const keysFor = ({ kind, entityId }: MapChange): string[] => {
  if (kind === "journey-renamed") return ["meta//title"];
  if (entityId === null) return [];
  const field = fieldOf(kind);
  return field === null ? [entityId] : [`${entityId}/${field}`, entityId];
};

/** What hangs on a thing is told as a change of that. */
type HomeOf = (attachmentId: string) => string | undefined;

const keysOf = ({ root, id, field }: Touch, homeOf: HomeOf): string[] => {
  if (root === "meta") return [`meta//${field}`];
  if (root !== "attachments") return [id, `${id}/${field}`];
  const home = homeOf(id);
  return home === undefined ? [] : [home];
};

interface Asked {
  readonly step: Step;
  readonly writers: readonly Writer[];
  readonly touches: Touches | null;
  readonly homeOf: HomeOf;
}

/** By what updates call things: who touched it last. */
async function lastTouches(
  db: Db,
  { step, writers, homeOf }: Asked,
  touches: Touches,
): Promise<Map<string, Writer | null>> {
  const known = new Map(writers.map((one) => [authorKey(one.actor), one]));
  const last = new Map<string, Writer | null>();
  const range = { after: step.afterSeq, upTo: step.seq };
  for await (const updates of streamLog(db, step.journeyId, range))
    for (const { actor, blob } of updates) {
      const update = await unpackBlob(blob);
      if (isBeginning(update)) continue;
      const writer = known.get(authorKey(actor)) ?? null;
      for (const touch of touches(update))
        for (const key of keysOf(touch, homeOf)) last.set(key, writer);
    }
  return last;
}

/**
 * Who made which change of a step: whoever wrote alone did all of it, and of several the one who touched the thing
 * last. Null where nobody can say.
 */
export async function authorsOf(
  db: Db,
  asked: Asked,
): Promise<(change: MapChange) => Writer | null> {
  const { writers, touches } = asked;
  const [only] = writers;
  if (writers.length <= 1) return () => only ?? null;
  const sum = (of: (writer: Writer) => number) =>
    writers.reduce((total, writer) => total + of(writer), 0);
  const isMuch =
    sum(({ edits }) => edits) > mostEdits ||
    sum(({ bytes }) => bytes) > mostBytes;
  if (touches === null || isMuch) return () => null;
  let last: Map<string, Writer | null>;
  try {
    last = await lastTouches(db, asked, touches);
  } catch (error) {
    // Rows are worth more than who changed them: with the same updates the next try would fail as well.
    const { journeyId } = asked.step;
    logger().error({ err: error, journeyId }, "nobody named in the feed");
    return () => null;
  }
  return (change) => {
    const key = keysFor(change).find((one) => last.has(one));
    return (key === undefined ? null : last.get(key)) ?? null;
  };
}
