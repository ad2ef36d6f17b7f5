// The program behind bench/growth.mjs: fills the database stage by stage and measures between the stages.
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import { setStage } from "@/lib/journey/stages";
import type { StageId } from "@/lib/journey/ids";
import type { JourneySeed } from "@/lib/journey/seed";
import { COLOURS } from "@/lib/journey/vocabulary";
import { inTransaction } from "@/server/db/in-transaction";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma } from "@/server/db/prisma";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { crc32c } from "@/server/log/crc32c";
import { listChannels } from "@/server/queries/channels";
import { journeySummary } from "@/server/queries/journeys";
import { listVersions } from "@/server/queries/versions";
import { readMapCatalogue } from "@/server/queries/map-catalogue";
import { readStoredMap } from "@/server/queries/shared-map";
import { readDocument, withDocument } from "@/server/sync/door";
import { stopSyncCore, syncCore } from "@/server/sync/sync-core";

const [mostRows = 0, mostMaps = 0] = process.argv.slice(2).map(Number);
const batchRows = 5_000;
/** Every so many edits somebody else opens the map, with a Yjs client of their own. */
const editsPerClient = 2_000;
const workspaceId = randomUUID();
const userId = randomUUID();
const author = { kind: "user", id: userId } as const;
const tools = { newId: randomUUID, random: Math.random };
const say = (line: string) => process.stdout.write(`${line}\n`);

const seed: JourneySeed = {
  title: "Growing",
  locale: "en",
  personas: [],
  stages: [
    { key: "s", title: "Awareness", touchpoints: [{ key: "t", title: "Ad" }] },
    { key: "d", title: "Decision" },
  ],
  lanes: [{ key: "l", kind: "text", title: "Needs" }],
};

/** A map that goes through many hands. */
class Past {
  readonly journeyId = randomUUID();
  doc: Y.Doc;
  rows = 1;
  private readonly stageId: StageId;

  constructor() {
    this.doc = createDocument(tools, seed);
    this.stageId = [...this.doc.getMap("stages").keys()][0] as StageId;
  }

  async begin(): Promise<void> {
    const seedUpdate = Y.encodeStateAsUpdate(this.doc);
    const { journeyId } = this;
    await inTransaction((client) =>
      createJourneyDocument(client, {
        journeyId,
        workspaceId,
        seedUpdate,
        actor: author,
      }),
    );
  }

  async growTo(rows: number): Promise<void> {
    while (this.rows < rows)
      await this.append(Math.min(batchRows, rows - this.rows));
    await pool().query(
      `UPDATE document_head SET head_seq = $2 WHERE journey_id = $1`,
      [this.journeyId, this.rows],
    );
    await this.snapshot();
  }

  private async append(count: number): Promise<void> {
    const updates: Uint8Array[] = [];
    const clients: number[] = [];
    for (let index = 0; index < count; index++) {
      if ((this.rows + index) % editsPerClient === 0) this.handOver();
      const listen = (update: Uint8Array) => updates.push(update);
      this.doc.on("update", listen);
      const colour = COLOURS[index % COLOURS.length]!;
      const context = { ...tools, actorId: "me", now: Date.now, origin: 1 };
      const { stageId } = this;
      setStage({ ...context, doc: this.doc }, { stageId, colour });
      this.doc.off("update", listen);
      clients.push(this.doc.clientID);
    }
    await pool().query(
      `INSERT INTO document_update
         (journey_id, seq, epoch, at, actor_kind, actor_id, conn_id, client_ids, crc32c, codec, data)
       SELECT $1, $2 + nth, 1, now() - interval '1 day', 'user', $3, 'past', ARRAY[client], crc, 0, data
       FROM unnest($4::bigint[], $5::bigint[], $6::bytea[]) WITH ORDINALITY AS u(client, crc, data, nth)`,
      [
        this.journeyId,
        this.rows,
        userId,
        clients,
        updates.map((update) => crc32c(update)),
        updates.map((update) => Buffer.from(update)),
      ],
    );
    this.rows += count;
  }

  private handOver(): void {
    const next = new Y.Doc();
    Y.applyUpdate(next, Y.encodeStateAsUpdate(this.doc));
    this.doc.destroy();
    this.doc = next;
  }

  private async snapshot(): Promise<void> {
    await syncCore().log.saveSnapshot(this.journeyId, {
      seq: this.rows,
      epoch: 1,
      schemaVersion: 1,
      stateVector: Y.encodeStateVector(this.doc),
      data: Y.encodeStateAsUpdate(this.doc),
    });
    await pool().query("ANALYZE");
  }
}

const repeats = 30;

async function measure(
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < repeats; time++) {
    await before();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)]!;
  // The least is what it costs where nobody else wants the processor.
  return [0, 0.5, 0.95].map((part) => at(part).toFixed(1)).join(" / ");
}

async function report(label: string, journeyId: string): Promise<void> {
  const where = { workspaceId, journeyId };
  const { stages } = (await readDocument(journeyId)).map;
  const stageId = stages[1]!.id;
  let turn = 0;
  const edit = () =>
    withDocument(journeyId, author, randomUUID(), (ctx) =>
      setStage(ctx, { stageId, colour: COLOURS[turn++ % COLOURS.length]! }),
    );
  const { headSeq } = (await syncCore().log.load(journeyId))!;
  const parts = {
    edit: await measure(edit),
    "open room": await measure(() => readDocument(journeyId), stopSyncCore),
    authors: await measure(() =>
      syncCore().log.readAuthors(journeyId, headSeq),
    ),
    "page: map": await measure(() => readStoredMap(journeyId)),
    "page: journey": await measure(() => journeySummary(where)),
    "page: catalogue": await measure(() => readMapCatalogue({ workspaceId })),
    channels: await measure(() => listChannels({ workspaceId })),
    versions: await measure(() =>
      listVersions({ ...where, before: null, limit: 30 }),
    ),
  };
  const told = Object.entries(parts).map(([name, ms]) => `${name} ${ms}`);
  say(`${label.padEnd(28)} ${told.join(" · ")}`);
}

/** As many maps with a hundred changes each, which share their updates but not their rows. */
async function multiply(from: string, count: number): Promise<void> {
  const { rows } = await pool().query<{ name: string; columns: string }>(
    `SELECT table_name AS name, string_agg(quote_ident(column_name), ', ') AS columns
     FROM information_schema.columns WHERE table_schema = 'public'
       AND table_name IN ('StageRow', 'LaneRow', 'TouchpointRow', 'TouchpointChannel', 'TouchpointOwner')
       AND column_name <> 'journeyId' GROUP BY 1`,
  );
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(
      `CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS copy FROM generate_series(1, $1::int)`,
      [count],
    );
    await client.query(
      `INSERT INTO "Journey" (id, "workspaceId", title) SELECT copy, '${workspaceId}', 'Copy' FROM made`,
    );
    await client.query(
      `INSERT INTO document_head (journey_id, head_seq) SELECT copy, 100 FROM made`,
    );
    await client.query(
      `INSERT INTO document_state (journey_id, proj_seq) SELECT copy, 100 FROM made`,
    );
    await client.query(
      `INSERT INTO document_update (journey_id, seq, epoch, actor_kind, actor_id, client_ids, crc32c, codec, data)
       SELECT made.copy, seq, epoch, actor_kind, actor_id, client_ids, crc32c, codec, data
       FROM document_update, made WHERE journey_id = '${from}' AND seq <= 100`,
    );
    for (const { name, columns } of rows)
      await client.query(
        `INSERT INTO "${name}" ("journeyId", ${columns}) SELECT made.copy, ${columns} FROM "${name}", made WHERE "journeyId" = '${from}'`,
      );
    await client.query("DROP TABLE made");
    await client.query("ANALYZE");
  } finally {
    client.release(true);
  }
}

async function addPeopleAndChannel(from: string): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM "TouchpointRow" WHERE "journeyId" = $1`,
    [from],
  );
  const values = [workspaceId, from, rows[0]!.id];
  await pool().query(
    `WITH c AS (INSERT INTO "Channel" (id, "workspaceId", name) VALUES (gen_random_uuid(), $1, 'Phone') RETURNING id)
     INSERT INTO "TouchpointChannel" ("workspaceId", "journeyId", "touchpointId", "channelId", "asOfSeq") SELECT $1, $2, $3, id, 1 FROM c`,
    values,
  );
  await pool().query(
    `WITH s AS (INSERT INTO "Stakeholder" (id, "workspaceId", kind, name, "updatedAt") VALUES (gen_random_uuid(), $1, 'team', 'Sales', now()) RETURNING id)
     INSERT INTO "TouchpointOwner" ("workspaceId", "journeyId", "touchpointId", "stakeholderId", role, "asOfSeq") SELECT $1, $2, $3, id, 'responsible', 1 FROM s`,
    values,
  );
}

/** What old changes take in the log, with their places in its indexes, and what in segments. */
async function reportPacking(journeyId: string): Promise<void> {
  const sizeOf = async (table: string) => {
    const { rows } = await pool().query<{ bytes: string }>(
      `SELECT pg_total_relation_size($1::regclass) AS bytes`,
      [table],
    );
    return Number(rows[0]!.bytes);
  };
  const { rows } = await pool().query<{ rows: string }>(
    `SELECT count(*) AS rows FROM document_update`,
  );
  const inLog = (await sizeOf("document_update")) / Number(rows[0]!.rows);
  const start = performance.now();
  const { changes } = await syncCore().log.pack(journeyId, {
    before: new Date(),
    leastRows: 1,
    mostRows: 50_000,
  });
  const seconds = (performance.now() - start) / 1000;
  const packed = (await sizeOf("document_segment")) / changes;
  say(
    `${changes} changes packed in ${seconds.toFixed(1)} s: ${inLog.toFixed(0)} bytes each in the log, ${packed.toFixed(0)} in segments`,
  );
}

const stepsTo = (most: number, first: number): number[] =>
  first >= most ? [most] : [first, ...stepsTo(most, first * 10)];

await pool().query(
  `INSERT INTO "User" (id, email, name, "passwordHash") VALUES ($1, 'bench@example.org', 'Bench', '')`,
  [userId],
);
await pool().query(
  `INSERT INTO "Workspace" (id, slug, name) VALUES ($1, 'bench', 'Bench')`,
  [workspaceId],
);
try {
  say("Milliseconds, least / median / 95 of 100.");
  const past = new Past();
  await past.begin();
  for (const rows of stepsTo(mostRows, 1_000)) {
    await past.growTo(rows);
    await report(`${rows} changes in a map`, past.journeyId);
    await stopSyncCore();
    await pool().query(
      `DELETE FROM document_snapshot WHERE journey_id = $1 AND seq > $2`,
      [past.journeyId, rows],
    );
    await pool().query(
      `DELETE FROM document_update WHERE journey_id = $1 AND seq > $2`,
      [past.journeyId, rows],
    );
  }
  await pool().query(
    `UPDATE document_head SET head_seq = $2 WHERE journey_id = $1`,
    [past.journeyId, past.rows],
  );
  await reportPacking(past.journeyId);
  const small = new Past();
  await small.begin();
  await small.growTo(100);
  await addPeopleAndChannel(small.journeyId);
  let made = 1;
  for (const maps of stepsTo(mostMaps, 10)) {
    await multiply(small.journeyId, maps - made);
    made = maps;
    await report(`${maps} maps of 100 changes`, small.journeyId);
  }
} finally {
  await stopSyncCore();
  await closePrisma();
  await closePool();
}
