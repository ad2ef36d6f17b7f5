import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type * as Y from "yjs";
import { addCard } from "@/lib/journey/cards";
import { resolve } from "@/lib/journey/resolve";
import { testContext } from "@/lib/journey/testing/context";
import { CLOSE } from "@/lib/protocol/close-codes";
import { endSession } from "@/server/auth/sessions";
import { sealSession } from "@/server/auth/session-token";
import { prisma } from "@/server/db/prisma";
import { startLab, type Lab } from "./testing/lab";
import { stockClient } from "./testing/stock-client";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.stop());

const textLength = 15_000;

/** Writes about so many bytes, as somebody who goes on working without a connection. */
function write(doc: Y.Doc, bytes: number): number {
  const { stages, lanes } = resolve(doc);
  const place = { columnId: stages[0]!.id, laneId: lanes[0]!.id };
  const count = Math.ceil(bytes / textLength);
  doc.transact(() => {
    for (let at = 0; at < count; at++) {
      const text = `${at} `.padEnd(textLength, "x");
      addCard({ ...testContext(doc), newId: randomUUID }, { ...place, text });
    }
  });
  return count;
}

const cardsOf = (doc: Y.Doc) => Object.values(resolve(doc).cells).flat().length;

/** A new session, as signing in again gives; the one before it is over. */
async function signInAgain(userId: string): Promise<string> {
  const before = await prisma().session.findMany({ where: { userId } });
  const { id } = await prisma().session.create({ data: { userId } });
  for (const session of before)
    await endSession({ userId, sessionId: session.id });
  return `waymark-session=${await sealSession({ userId, sessionId: id })}`;
}

test("[C20] two megabytes written offline are taken after signing in again; nine are not, and nobody tries for ever", async () => {
  const journeyId = await lab.newJourney();
  const { editor } = lab.app.people;
  const headers = lab.headersOf(editor);
  const client = stockClient({
    address: lab.address,
    journeyId,
    headers,
    hasExtension: true,
  });
  await client.synced();
  client.provider.disconnect();
  const before = cardsOf(client.doc);
  const written = write(client.doc, 2 * 1024 * 1024);
  headers["cookie"] = await signInAgain(editor.userId);
  client.provider.connect();
  await client.synced();
  const all = before + written;
  await vi.waitFor(
    async () => expect(cardsOf(await lab.stored(journeyId))).toBe(all),
    { timeout: 20_000, interval: 200 },
  );
  expect(client.closes).toEqual([]);
  client.provider.disconnect();
  write(client.doc, 9 * 1024 * 1024);
  client.provider.connect();
  await vi.waitFor(() => expect(client.closes).toEqual([CLOSE.tooBig]), 20_000);
  expect(client.provider.shouldConnect).toBe(false);
  expect(cardsOf(await lab.stored(journeyId))).toBe(all);
  client.destroy();
});
