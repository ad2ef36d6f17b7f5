// How long the event loop stands still while a large map is opened, without and with the thread of the log.
// node bench/load.mjs [cards, 5000] [changes since the snapshot, 2000]
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import pg from "pg";
import { startDatabase } from "../scripts/database.mjs";
import { migrate } from "../scripts/prisma.mjs";
import { printSpread } from "./figures.mjs";

const rounds = 12;
const [cards, changes] = [2, 3].map((at, which) =>
  Number(process.argv[at] ?? [5_000, 2_000][which]),
);
const root = path.resolve(import.meta.dirname, "..");
const folder = fs.mkdtempSync(path.join(root, "node_modules", ".bench-"));
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-bench-"));
fs.chmodSync(dataDir, 0o755);

const entry = `
  export * as Y from "yjs";
  export { createDocument } from "./lib/journey/create";
  export { resolve } from "./lib/journey/resolve";
  export { replaceText, textOf } from "./lib/journey/texts";
  export { createJourneyDocument } from "./server/log/create-journey-document";
  export { documentOf } from "./server/log/document-of";
  export { LogWorker } from "./server/log/log-worker";
  export { PostgresLog } from "./server/log/postgres";
`;

async function bundle(input, name) {
  const outfile = path.join(folder, name);
  const rest = { platform: "node", format: "esm", packages: "external" };
  await build({
    ...input,
    ...rest,
    absWorkingDir: root,
    outfile,
    bundle: true,
  });
  return outfile;
}

const columns = 20;
const lanes = 10;
const seed = {
  title: "Large",
  locale: "en",
  personas: [],
  stages: Array.from({ length: columns }, (_, at) => ({
    key: `s${at}`,
    title: `Stage ${at}`,
  })),
  lanes: Array.from({ length: lanes }, (_, lane) => ({
    key: `l${lane}`,
    kind: "action",
    title: `Lane ${lane}`,
    cards: Object.fromEntries(
      Array.from({ length: columns }, (_, at) => [
        `s${at}`,
        Array.from({ length: cards / columns / lanes }, (_, card) => ({
          text: `Card ${lane}.${at}.${card}: ${randomUUID()} and some more words`,
        })),
      ]),
    ),
  })),
};

/** Fills a log as people do who type in a large map. */
async function fill(core, pool, log) {
  const { Y, replaceText, textOf } = core;
  const doc = core.createDocument(
    { newId: randomUUID, random: Math.random },
    seed,
  );
  const [workspaceId, journeyId] = [randomUUID(), randomUUID()];
  const actor = { kind: "user", id: "bench" };
  await pool.query(
    `INSERT INTO "Workspace" (id, slug, name) VALUES ($1::uuid, $1::uuid::text, 'Bench')`,
    [workspaceId],
  );
  const seedUpdate = Y.encodeStateAsUpdate(doc);
  const client = await pool.connect();
  await client.query("BEGIN");
  await core.createJourneyDocument(client, {
    journeyId,
    workspaceId,
    seedUpdate,
    actor,
  });
  await client.query("COMMIT");
  client.release();
  const stateVector = Y.encodeStateVector(doc);
  const snapshot = {
    seq: 1,
    epoch: 1,
    schemaVersion: 1,
    stateVector,
    data: seedUpdate,
  };
  await log.saveSnapshot(journeyId, snapshot);
  const rows = [];
  doc.on("update", (data) =>
    rows.push({ data, actor, connId: "bench", clientIds: [], idemKey: null }),
  );
  const all = Object.values(core.resolve(doc).cells).flat();
  for (let change = 0; change < changes; change++) {
    const { id } = all[(change * 7) % all.length];
    const text = textOf(doc, { kind: "card", id, field: "text" });
    replaceText(text, `${text.toString()}, and ${change}`, null);
  }
  await log.append({ journeyId, afterSeq: 1, rows });
  const { rows: sizes } = await pool.query(
    `SELECT octet_length(data) AS bytes FROM document_snapshot WHERE journey_id = $1`,
    [journeyId],
  );
  const kibibytes = [seedUpdate.length, sizes[0].bytes].map((n) =>
    Math.round(n / 1024),
  );
  console.log(
    `${cards} cards, ${kibibytes[0]} KiB, packed ${kibibytes[1]} KiB; ${rows.length} changes since`,
  );
  return journeyId;
}

/** How long it took, and how long nothing else could be done meanwhile. */
async function watch(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await new Promise((done) => setTimeout(done, 20));
  delay.reset();
  const start = performance.now();
  const result = await work();
  const tookMs = performance.now() - start;
  await new Promise((done) => setTimeout(done, 20));
  delay.disable();
  return { result, tookMs, stallMs: delay.max / 1e6 };
}

/** Opens it again and again; the first times are those of a cold start. */
async function measure(core, log, { name, journeyId }) {
  const figures = { read: [], "read, longest stall": [], "put together": [] };
  for (let round = 0; round < rounds; round++) {
    const read = await watch(() => log.load(journeyId));
    const build = await watch(() => core.documentOf(read.result).destroy());
    if (round < 2) continue;
    figures.read.push(read.tookMs);
    figures["read, longest stall"].push(read.stallMs);
    figures["put together"].push(build.tookMs);
    if (round === 2)
      console.log(
        `${name}: ${read.result.tail.length} changes beside the snapshot`,
      );
  }
  for (const [what, spread] of Object.entries(figures))
    printSpread(`${name}: ${what}`, spread);
}

const database = await startDatabase({
  folder: path.join(dataDir, "postgres"),
});
try {
  await migrate(database.url);
  const stdin = { contents: entry, resolveDir: root };
  const core = await import(
    pathToFileURL(await bundle({ stdin }, "core.mjs")).href
  );
  const script = await bundle(
    { entryPoints: ["server/log/worker-main.ts"] },
    "worker.mjs",
  );
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const logs = [null, script].map(
    (thread) =>
      new core.PostgresLog(pool, console.error, new core.LogWorker(thread)),
  );
  const journeyId = await fill(core, pool, logs[0]);
  await measure(core, logs[0], { name: "in the process", journeyId });
  await measure(core, logs[1], { name: "in the thread", journeyId });
  for (const log of logs) await log.close();
  await pool.end();
} finally {
  await database.stop();
  for (const made of [dataDir, folder])
    fs.rmSync(made, { recursive: true, force: true });
}
