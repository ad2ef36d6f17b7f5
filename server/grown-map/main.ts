// npm run grown-map [address] [--cards N]: puts the large German map into a workspace, with a year of history.
import { randomBytes, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import type { ChannelId } from "@/lib/journey/ids";
import { grownSeed } from "@/lib/templates/grown";
import { hashPassword } from "@/server/auth/password";
import { createWorkspace } from "@/server/commands/create-workspace";
import { inTransaction } from "@/server/db/in-transaction";
import { closePool, pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { PostgresLog } from "@/server/log/postgres";
import { rebuildJourney } from "@/server/projection/rebuild";
import {
  addLeavers,
  addPersonas,
  addStakeholders,
  findHome,
  type GrownHome,
} from "./people";
import { liveThroughAYear, type PastEdit } from "./history";

const db = prisma();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Always the same numbers, so that two grown maps are alike. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

async function newHome(email: string): Promise<GrownHome> {
  const password = randomBytes(12).toString("base64url");
  const user = await db.user.create({
    data: {
      email,
      name: "Grown Map",
      locale: "de",
      passwordHash: await hashPassword(password),
    },
  });
  const made = await createWorkspace({
    caller: { actor: { kind: "outsider", userId: user.id }, ip: "" },
    userId: user.id,
    name: "Umzugsservice",
    locale: "de",
  });
  say(`Account: ${email}, password: ${password}`);
  return { workspaceId: made.workspaceId, slug: made.slug, ownerId: user.id };
}

async function writeHistory(
  journeyId: string,
  edits: readonly PastEdit[],
): Promise<void> {
  const log = new PostgresLog(pool(), (error) => say(String(error)));
  const rows = edits.map(({ data, userId, clientId }) => ({
    data,
    actor: { kind: "user", id: userId } as const,
    connId: "grown-map",
    clientIds: [clientId],
    idemKey: null,
  }));
  await log.append({ journeyId, afterSeq: 1, rows });
  await pool().query(
    `UPDATE document_update SET at = given.at
     FROM unnest($2::bigint[], $3::timestamptz[]) AS given (seq, at)
     WHERE journey_id = $1 AND document_update.seq = given.seq`,
    [journeyId, edits.map((_, index) => index + 2), edits.map(({ at }) => at)],
  );
  await rebuildJourney({ pool: pool(), log }, journeyId);
  await log.close();
}

async function grow(home: GrownHome, cards: number): Promise<string> {
  const random = seeded(20_261_122);
  const channels = await db.channel.findMany({
    where: { workspaceId: home.workspaceId },
    orderBy: { pos: "asc" },
  });
  const seed = grownSeed({
    personas: await addPersonas(home.workspaceId),
    stakeholders: await addStakeholders(home.workspaceId),
    channels: channels.map((channel) => channel.id as ChannelId),
    random,
    cards,
  });
  const doc = createDocument({ newId: randomUUID, random }, seed);
  const journeyId = randomUUID();
  const actor = { kind: "user", id: home.ownerId } as const;
  await inTransaction(async (client) => {
    const seedUpdate = Y.encodeStateAsUpdate(doc);
    await createJourneyDocument(client, {
      journeyId,
      workspaceId: home.workspaceId,
      seedUpdate,
      actor,
    });
    await client.query(
      `UPDATE "Journey" SET "createdById" = $2, "keeperId" = $2, "createdAt" = now() - interval '1 year' WHERE id = $1`,
      [journeyId, home.ownerId],
    );
  });
  const userIds = [home.ownerId, ...(await addLeavers())];
  const past = {
    userIds,
    edits: 600,
    until: new Date(),
    random,
    newId: randomUUID,
  };
  await writeHistory(journeyId, liveThroughAYear(doc, past));
  return journeyId;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { cards: { type: "string", default: "1000" } },
});
const home =
  (await findHome(positionals[0])) ??
  (await newHome(positionals[0] ?? "grown@waymark.example"));
const journeyId = await grow(home, Number(values.cards));
say(`Open /w/${home.slug}/journeys/${journeyId}`);
await db.$disconnect();
await closePool();
