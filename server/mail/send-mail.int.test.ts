import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "@/scripts/processes.mjs";
import { requestReset } from "@/server/commands/mail-account-step";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { settleJobs } from "@/test/jobs";
import { headerIn, linkIn, startSmtp, type TestSmtp } from "@/test/smtp";
import { queueMail } from "./queue-mail";
import { requeueMails } from "./requeue-mails";
import { sendMail } from "./send-mail";

const hourMs = 3_600_000;
let app: TestApp;
let smtp: TestSmtp | null = null;
let port: number;

beforeAll(async () => {
  port = await freePort();
  app = await startTestApp({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      APP_URL: "https://maps.example",
      MAIL_FROM: "Maps <maps@sender.example>",
    },
  });
});
afterEach(async () => {
  await smtp?.stop();
  smtp = null;
  await prisma().outgoingMail.deleteMany();
  await pool().query("DELETE FROM graphile_worker._private_jobs");
});
afterAll(() => app.stop());

let counter = 0;
const freshAddress = () => `receiver${(counter += 1)}@mail.example`;

async function queue(to: string): Promise<string> {
  const key = `test:${(counter += 1)}`;
  const values = { name: "Ada", link: "https://maps.example/only-in-the-mail" };
  const mail = { to, locale: "de", kind: "reset", values } as const;
  await prisma().$transaction((tx) => queueMail(key, mail, tx));
  return (await prisma().outgoingMail.findUniqueOrThrow({ where: { key } })).id;
}

const rowOf = (id: string) =>
  prisma().outgoingMail.findUniqueOrThrow({ where: { id } });

/** As if the time had come for everything that is tried again later. */
const letTimePass = () =>
  pool().query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);

/** Every text in the two places where a mail waits. */
async function whatAReaderSees(): Promise<string> {
  const { rows } = await pool().query(`
    SELECT m::text AS text FROM "OutgoingMail" m
    UNION ALL SELECT j::text FROM graphile_worker._private_jobs j`);
  return JSON.stringify(rows);
}

test("[FT-23] a mail server that is away, then refuses, gets each mail exactly once", async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => queue(freshAddress())),
  );
  for (let round = 0; round < 3; round += 1) {
    await settleJobs();
    await letTimePass();
  }
  expect((await rowOf(ids[0]!)).attempts).toBe(3);

  let refusals = 6;
  smtp = await startSmtp({
    port,
    onStep: (step) =>
      step === "body" && (refusals -= 1) >= 0 ? "451 not now" : undefined,
  });
  while (await prisma().outgoingMail.count({ where: { sentAt: null } })) {
    await settleJobs();
    await letTimePass();
  }
  const sent = smtp.mails
    .map((mail) => headerIn(mail, "Message-ID"))
    .toSorted();
  const rows = await prisma().outgoingMail.findMany();
  expect(sent).toEqual(rows.map(({ messageId }) => messageId).toSorted());
  expect(sent[0]).toMatch(/^<[\w-]+@sender\.example>$/);
});

test("[FT-23] however long it is away, the next try is never ten minutes off", async () => {
  const id = await queue(freshAddress());
  await prisma().outgoingMail.update({
    where: { id },
    data: { attempts: 400 },
  });
  await settleJobs();
  const { rows } = await pool().query<{ wait: string }>(
    `SELECT extract(epoch FROM run_at - now()) AS wait FROM graphile_worker.jobs WHERE key = $1`,
    [id],
  );
  expect(Number(rows[0]?.wait)).toBeGreaterThan(60);
  expect(Number(rows[0]?.wait)).toBeLessThan(600);
});

test("[FT-23] after two days it is given up, and says so", async () => {
  const id = await queue(freshAddress());
  await sendMail(id, new Date(Date.now() + 49 * hourMs));
  expect(await rowOf(id)).toMatchObject({
    sentAt: null,
    sealed: null,
    gaveUpAt: expect.any(Date) as Date,
  });
});

test("a receiver whom their server does not know is not asked for again", async () => {
  smtp = await startSmtp({
    port,
    onStep: (step) => (step === "receiver" ? "550 no such user" : undefined),
  });
  const id = await queue(freshAddress());
  await settleJobs();
  expect((await rowOf(id)).gaveUpAt).not.toBeNull();
});

test("[AN-09] the half hour of a link begins when its mail goes out", async () => {
  const email = freshAddress();
  const { userId } = await app.addPerson("late", email);
  await requestReset(email);
  await settleJobs();
  await prisma().verificationToken.updateMany({
    where: { userId },
    data: { expiresAt: new Date(Date.now() - hourMs) },
  });
  smtp = await startSmtp({ port });
  await letTimePass();
  await settleJobs();
  expect(linkIn(smtp.mails[0])).toContain("/reset/confirm?token=");
  const { expiresAt } = await prisma().verificationToken.findFirstOrThrow({
    where: { userId },
  });
  const leftMs = expiresAt.getTime() - Date.now();
  expect(leftMs).toBeGreaterThan(28 * 60_000);
  expect(leftMs).toBeLessThanOrEqual(30 * 60_000);
});

test("[SH-01] whoever reads the database finds no receiver and no link, before and after", async () => {
  const email = freshAddress();
  await app.addPerson("private", email);
  await requestReset(email);
  expect(await whatAReaderSees()).not.toContain(email);
  await settleJobs();
  await queue(freshAddress());
  const waiting = await whatAReaderSees();
  expect(waiting).toContain("reset");
  expect(waiting).not.toMatch(/mail\.example|token=|only-in-the-mail|Ada/);
  smtp = await startSmtp({ port });
  await letTimePass();
  await settleJobs();
  expect(smtp.mails).toHaveLength(2);
  const left = await prisma().outgoingMail.findMany();
  expect(left.map(({ sealed }) => sealed)).toEqual([null, null]);
  // The queue takes a job off its list a moment after it is done.
  await vi.waitFor(async () => {
    const { rows } = await pool().query("SELECT 1 FROM graphile_worker.jobs");
    expect(rows).toEqual([]);
  });
});

test("a mail and what causes it are stored together or not at all", async () => {
  const to = freshAddress();
  const values = { name: "Ada" };
  const mail = { to, locale: "en", kind: "reset", values } as const;
  const work = prisma().$transaction(async (tx) => {
    await queueMail("test:undone", mail, tx);
    throw new Error("undone");
  });
  await expect(work).rejects.toThrow("undone");
  expect(await prisma().outgoingMail.count()).toBe(0);
  const { rows } = await pool().query("SELECT 1 FROM graphile_worker.jobs");
  expect(rows).toEqual([]);
});

test("a mail whose job is gone is queued again", async () => {
  smtp = await startSmtp({ port });
  const id = await queue(freshAddress());
  await pool().query("DELETE FROM graphile_worker._private_jobs");
  expect(await requeueMails(new Date())).toBe(0);
  const later = new Date(Date.now() + hourMs);
  expect(await requeueMails(later)).toBe(1);
  expect(await requeueMails(later)).toBe(0);
  await settleJobs();
  expect((await rowOf(id)).sentAt).not.toBeNull();
  expect(await requeueMails(later)).toBe(0);
});

test("two senders of one mail send it once", async () => {
  smtp = await startSmtp({ port });
  const id = await queue(freshAddress());
  await Promise.all([sendMail(id), sendMail(id), sendMail(id)]);
  await letTimePass();
  await settleJobs();
  expect(smtp.mails).toHaveLength(1);
});
