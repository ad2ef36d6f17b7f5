import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { pino } from "pino";
import type * as Y from "yjs";
import { encodeStateAsUpdate } from "yjs";
import { createDocument } from "@/lib/journey/create";
import type { JourneySeed } from "@/lib/journey/seed";
import { smallSeed } from "./seed";
import { env } from "@/server/env";
import { inTransaction } from "@/server/db/in-transaction";
import { surviveLostConnections } from "@/server/db/lost-connections";
import type { DocumentLog } from "@/server/log/contract";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import type { Admit } from "@/server/sync/authenticate";
import { admitMember } from "@/server/sync/authenticate";
import type { Bus } from "@/server/nodes/bus";
import { LocalHub } from "@/server/nodes/local-bus";
import { createSyncCore, type SyncCore } from "@/server/sync/core";
import { documentOf } from "@/server/log/document-of";
import { syncSettings, type SyncSettings } from "@/server/sync/settings";
import { startTestApp, type Principal, type TestApp } from "@/test/app";

export interface LabOptions {
  readonly settings?: Partial<SyncSettings>;
  readonly admit?: (usual: Admit) => Admit;
}

/** What was refused, as the audit would hear it. */
export interface Refused {
  readonly userId: string;
  readonly reason: string;
}

/** A socket server over a database of its own, in this process. */
export interface Lab extends LabNode {
  readonly app: TestApp;
  newJourney(seed?: JourneySeed, workspaceId?: string): Promise<string>;
  /** What a fresh load from the log gives. */
  stored(journeyId: string): Promise<Y.Doc>;
  logRows(journeyId: string): Promise<number>;
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** Writes a journey as the command does that makes one. */
export async function createJourney(
  seed: JourneySeed,
  workspaceId: string,
): Promise<string> {
  const journeyId = randomUUID();
  const doc = createDocument({ newId: randomUUID, random: Math.random }, seed);
  const seedUpdate = encodeStateAsUpdate(doc);
  const actor = { kind: "system", id: "test" } as const;
  await inTransaction((client) =>
    createJourneyDocument(client, {
      journeyId,
      workspaceId,
      seedUpdate,
      actor,
    }),
  );
  return journeyId;
}

interface NodeOptions extends LabOptions {
  readonly app: TestApp;
  readonly bus: Bus;
}

/** One socket server over the database of an app, as one of several nodes or alone. */
export interface LabNode {
  readonly core: SyncCore;
  readonly pool: pg.Pool;
  readonly port: number;
  readonly refused: Refused[];
  /** `ws://localhost:<port>/sync` */
  readonly address: string;
  headersOf(person: Principal): Record<string, string>;
  stop(): Promise<void>;
}

export async function startNode({
  app,
  bus,
  settings,
  admit = (usual) => usual,
}: NodeOptions): Promise<LabNode> {
  const pool = surviveLostConnections(
    new pg.Pool({ connectionString: app.databaseUrl, max: 6 }),
  );
  const refused: Refused[] = [];
  const core = createSyncCore({
    pool,
    logger: pino({ level: "silent" }),
    settings: syncSettings(env, { closeSpreadMs: 0, ...settings }),
    bus,
    admit: admit(admitMember),
    ipOf: () => "192.0.2.1",
    mayConnect: async () => true,
    auditRefusal: async ({ sitter }, reason) => {
      refused.push({ userId: sitter.actor.userId, reason });
    },
  });
  const server = http.createServer();
  server.on("upgrade", (request, socket, head) =>
    core.sockets.upgrade(request, socket, head),
  );
  const port = await listen(server);
  return {
    core,
    pool,
    port,
    refused,
    address: `ws://localhost:${port}/sync`,
    headersOf: ({ headers }) =>
      headers["cookie"]
        ? { ...headers, origin: `http://localhost:${port}` }
        : { ...headers },
    async stop() {
      await core.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await pool.end();
    },
  };
}

/** What a fresh load from the log gives. */
export async function storedDocument(
  log: DocumentLog,
  journeyId: string,
): Promise<Y.Doc> {
  const read = await log.load(journeyId);
  if (!read) throw new Error("no document");
  return documentOf(read);
}

export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const app = await startTestApp();
  const node = await startNode({ ...options, app, bus: new LocalHub().join() });
  const { core, pool } = node;
  return {
    ...node,
    app,
    newJourney: (seed = smallSeed, workspaceId = app.workspace.id) =>
      createJourney(seed, workspaceId),
    stored: (journeyId) => storedDocument(core.log, journeyId),
    async logRows(journeyId) {
      const { rows } = await pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM document_update WHERE journey_id = $1`,
        [journeyId],
      );
      return rows[0]?.n ?? 0;
    },
    async stop() {
      await node.stop();
      await app.stop();
    },
  };
}
