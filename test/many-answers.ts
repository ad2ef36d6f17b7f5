import { atLength } from "./at-length";

/** How much was said, asked and imported in a workspace. */
export interface ManyAnswers {
  /** Ten to a conversation; half of them about one journey. */
  readonly comments: number;
  /** Of one member, a tenth of them not read yet. */
  readonly notices: number;
  /** All of one journey, each about three touchpoints. */
  readonly pulses: number;
  /** To each pulse; every other one with words. */
  readonly answersEach: number;
  /** All of one journey. */
  readonly imports: number;
  /** Of one member, first those of one journey; nine in ten of them evidence that was added. */
  readonly deeds: number;
}

interface Whose {
  readonly workspaceId: string;
  readonly userId: string;
  readonly stakeholderId: string;
  /** The one that most of it is about. */
  readonly journeyId: string;
}

/** Fills a workspace of `fillManyRows` with what people said about its journeys, by statements over whole tables. */
export function fillManyAnswers(
  whose: Whose,
  size: ManyAnswers,
): Promise<void> {
  return atLength((ask) => fill(ask, whose, size));
}

async function fill(
  ask: (sql: string) => Promise<unknown>,
  { workspaceId, userId, stakeholderId, journeyId }: Whose,
  size: ManyAnswers,
): Promise<void> {
  const { comments, notices, pulses, answersEach, imports, deeds } = size;
  const [w, j, u] = [workspaceId, journeyId, userId].map(
    (id) => `'${id}'::uuid`,
  );
  const threads = (from: string, count: number) =>
    ask(
      `INSERT INTO "CommentThread" (id, "workspaceId", "journeyId", "anchorKind", "anchorId", "createdById", "resolvedAt", "createdAt", "saidAt")
       SELECT gen_random_uuid(), ${w}, t."journeyId", 'touchpoint', t.id, ${u}, CASE WHEN random() < 0.5 THEN now() END,
              now() - n * interval '1 minute', now() - n * interval '1 minute'
       FROM (SELECT n, (SELECT array_agg(id) FROM "TouchpointRow" WHERE ${from}) AS ids FROM generate_series(1, ${count}) n) x
       JOIN "TouchpointRow" t ON t."workspaceId" = ${w} AND t.id = x.ids[1 + n % array_length(x.ids, 1)]`,
    );
  await threads(`"journeyId" = ${j}`, comments / 20);
  await threads(`"workspaceId" = ${w}`, comments / 20);
  await ask(
    `INSERT INTO "Comment" (id, "workspaceId", "threadId", "authorId", body, "createdAt")
     SELECT gen_random_uuid(), ${w}, t.id, ${u}, 'Somebody said this as number ' || n, t."saidAt" - (10 - n) * interval '1 second'
     FROM "CommentThread" t, generate_series(1, 10) n WHERE t."workspaceId" = ${w}`,
  );
  await ask(
    `INSERT INTO "Mention" SELECT ${w}, c.id, ${u} FROM "Comment" c WHERE c."workspaceId" = ${w} AND c.body LIKE '%1'`,
  );
  await ask(
    `INSERT INTO "ThreadRead" SELECT ${w}, t.id, ${u}, t."saidAt" FROM "CommentThread" t WHERE t."workspaceId" = ${w} AND random() < 0.8`,
  );
  await ask(
    `INSERT INTO "Notification" (id, "workspaceId", "userId", "journeyId", kind, "threadId", "commentId", "createdAt", "readAt")
     SELECT gen_random_uuid(), ${w}, ${u}, t."journeyId", 'reply', c."threadId", c.id, c."createdAt", CASE WHEN c.nth % 10 > 0 THEN now() END
     FROM (SELECT *, row_number() OVER () AS nth FROM "Comment" WHERE "workspaceId" = ${w} LIMIT ${notices}) c
     JOIN "CommentThread" t ON t.id = c."threadId"`,
  );
  await ask(
    `INSERT INTO "Pulse" (id, "workspaceId", "journeyId", name, audience, "touchpointIds", locale, "tokenHash", "tokenSealed", "createdById", "createdAt")
     SELECT gen_random_uuid(), ${w}, ${j}, 'Pulse ' || n, 'colleagues',
            (SELECT array_agg(id) FROM (SELECT id FROM "TouchpointRow" WHERE "journeyId" = ${j} ORDER BY id OFFSET n % 40 LIMIT 3) t),
            'en', gen_random_uuid()::text, '', ${u}, now() - n * interval '1 hour'
     FROM generate_series(1, ${pulses}) n`,
  );
  await ask(
    `INSERT INTO "PulseAnswer" (id, "workspaceId", "pulseId", "touchpointId", key, audience, face, comment, "answeredOn")
     SELECT gen_random_uuid(), ${w}, p.id, p."touchpointIds"[1 + n % 3], gen_random_uuid(), 'colleagues', 1 + n % 5,
            CASE WHEN n % 2 = 0 THEN 'Words of somebody, number ' || n ELSE '' END, current_date
     FROM "Pulse" p, generate_series(1, ${answersEach}) n WHERE p."workspaceId" = ${w}`,
  );
  await ask(
    `INSERT INTO "TouchpointOwner" SELECT ${w}, ${j}, t.id, '${stakeholderId}'::uuid, 'involved', 1 FROM "TouchpointRow" t
     WHERE t."journeyId" = ${j} ON CONFLICT DO NOTHING`,
  );
  await ask(
    `INSERT INTO "ImportRun" (id, "workspaceId", "journeyId", "createdById", kind, tool, "fileName", bytes, sha256, settings, result, flow, "requestHash", "createdAt")
     SELECT gen_random_uuid(), ${w}, ${j}, ${u}, 'survey', 'generic', 'answers-' || n || '.csv', 1000, n::text, '{}',
            '{"rows": 100, "pieces": 5, "quotes": 0, "skipped": 0, "problems": 0}', NULL, n::text, now() - n * interval '1 hour'
     FROM generate_series(1, ${imports}) n`,
  );
  await ask(
    `UPDATE "Evidence" e SET "importRunId" = r.ids[1 + abs(hashtext(e.id::text)) % array_length(r.ids, 1)]
     FROM (SELECT array_agg(id) AS ids FROM "ImportRun" WHERE "workspaceId" = ${w}) r
     WHERE e."workspaceId" = ${w} AND e."journeyId" = ${j}`,
  );
  await ask(
    `INSERT INTO "Activity" (id, "workspaceId", "journeyId", kind, topic, "userId", "entityIds", "subjectId", at)
     SELECT gen_random_uuid(), ${w}, e."journeyId", CASE WHEN e.nth % 10 > 0 THEN 'evidence-added' ELSE 'touchpoint-changed' END,
            CASE WHEN e.nth % 10 > 0 THEN 'evidence' ELSE 'map' END, ${u}, ARRAY[e."touchpointId"],
            CASE WHEN e.nth % 10 > 0 THEN e.id END, now() - e.nth * interval '1 minute'
     FROM (SELECT *, row_number() OVER (ORDER BY "journeyId" = ${j} DESC, id) AS nth FROM "Evidence" WHERE "workspaceId" = ${w} LIMIT ${deeds}) e`,
  );
}
