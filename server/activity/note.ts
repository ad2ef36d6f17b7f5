import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "@/lib/access/actors";
import { topicOf, type ActivityKind } from "@/lib/activity/kinds";
import type { Transaction } from "@/server/db/prisma";

/** A deed, for the feed of the workspace. Ids only: it says nothing of what was written. */
interface Deed {
  readonly actor: Actor;
  readonly workspaceId: string;
  /** Null for what is about the workspace. */
  readonly journeyId: string | null;
  readonly kind: ActivityKind;
  readonly threadId?: string | null;
  /** The comment, piece of evidence, import, pulse, review or link, or whoever gave all away. */
  readonly subjectId?: string | null;
  /** A thing of the map that it is about, or whoever was given all. */
  readonly entityId?: string | null;
  readonly at?: Date;
}

const userOf = (actor: Actor): string | null =>
  "userId" in actor ? actor.userId : null;

function rowOf(deed: Deed) {
  const { actor, workspaceId, journeyId, kind, entityId } = deed;
  return {
    id: randomUUID(),
    workspaceId,
    journeyId,
    kind,
    topic: topicOf(kind),
    userId: userOf(actor),
    entityIds: entityId ? [entityId] : [],
    threadId: deed.threadId ?? null,
    subjectId: deed.subjectId ?? null,
    at: deed.at ?? new Date(),
  };
}

/** Writes down what somebody did, in the transaction that does it. */
export async function noteActivity(deed: Deed, tx: Transaction): Promise<void> {
  await tx.activity.create({ data: rowOf(deed) });
}

/** The same in a transaction of the other client. */
export async function noteActivityWith(
  client: pg.PoolClient,
  deed: Deed,
): Promise<void> {
  const row = rowOf(deed);
  const columns = Object.keys(row);
  await client.query(
    `INSERT INTO "Activity" (${columns.map((column) => `"${column}"`).join(", ")})
     VALUES (${columns.map((_, at) => `$${at + 1}`).join(", ")})`,
    Object.values(row),
  );
}

/** Takes back what was told of something that is not there any more, or one kind of it. */
export async function forgetActivity(
  about: {
    readonly workspaceId: string;
    readonly subjectId: string;
    readonly kind?: ActivityKind;
  },
  tx: Transaction,
): Promise<void> {
  await tx.activity.deleteMany({ where: about });
}
