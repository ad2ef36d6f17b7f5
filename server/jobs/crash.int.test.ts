import pg from "pg";
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  onTestFinished,
  test,
} from "vitest";
import { grantAppRole } from "@/scripts/app-role.mjs";
import { freePort } from "@/scripts/processes.mjs";
import { appPassword } from "@/scripts/shared-postgres.mjs";
import { requestReset } from "@/server/commands/mail-account-step";
import { askForNotices } from "@/server/commands/mail-notices";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { queueMail } from "@/server/mail/queue-mail";
import { startTestApp, type TestApp } from "@/test/app";
import { childProgram, type ChildProgram } from "@/test/child-program";
import { headerIn, startSmtp, type SmtpStep, type TestSmtp } from "@/test/smtp";
import { until } from "@/test/until";

/** One of each is enough to see that it holds; twenty are a patient evening. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 1);
let app: TestApp;
let smtp: TestSmtp;
let worker: ChildProgram;
/** What happens at the next such step of a conversation with the mail server. */
let ambush: { step: SmtpStep; spring: () => void } | null = null;

beforeAll(async () => {
  const port = await freePort();
  smtp = await startSmtp({
    port,
    onStep(step) {
      if (ambush?.step !== step) return undefined;
      ambush.spring();
      ambush = null;
      return "";
    },
  });
  app = await startTestApp({
    env: { SMTP_URL: smtp.url, APP_URL: "https://maps.example" },
  });
  worker = await childProgram("server/jobs/testing/jobs-process.ts", {
    // As it runs in earnest: with an account that can change no table.
    DATABASE_URL: await grantAppRole(app.databaseUrl, appPassword),
    AUTH_SECRET: env.AUTH_SECRET,
  });
});
afterAll(async () => {
  await worker.remove();
  await smtp.stop();
  await app.stop();
});

/** Keeps everybody else from a table. @returns what lets go; the end of the test does so as well. */
async function holdTable(name: string): Promise<() => Promise<void>> {
  const holder = new pg.Client(app.databaseUrl);
  await holder.connect();
  await holder.query(`BEGIN; LOCK TABLE "${name}" IN ACCESS EXCLUSIVE MODE`);
  const letGo = () => holder.end();
  onTestFinished(letGo);
  return letGo;
}

/** Somebody waits for a table that is held: a job, and at some minutes what cleans up as well. */
async function isAwaited(name: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass`,
    [`"${name}"`],
  );
  return (rowCount ?? 0) > 0;
}

const mailsOf = (messageId: string) =>
  smtp.mails.filter((mail) => headerIn(mail, "Message-ID") === messageId);

let counter = 0;

async function queueOne(): Promise<string> {
  const key = `crash:${(counter += 1)}`;
  const to = `crash${counter}@mail.example`;
  const mail = { to, locale: "en", kind: "reset", values: {} } as const;
  await prisma().$transaction((tx) => queueMail(key, mail, tx));
  return key;
}

const rowOf = (key: string) =>
  prisma().outgoingMail.findUniqueOrThrow({ where: { key } });

/** Kills the worker when the conversation has come to a step, and starts it again. */
async function crashAt(step: SmtpStep): Promise<void> {
  await new Promise<void>((spring) => {
    ambush = { step, spring };
  });
  await worker.kill();
  await worker.start();
}

describe("[FT-24] a worker that is killed", () => {
  test.each([
    ["before the mail server has answered", "greeting", 1],
    ["when it has named the receiver", "receiver", 1],
    ["when it has handed the mail over and it was not taken", "body", 1],
    ["when the mail was taken and that is not stored", "taken", 2],
  ] as const)(
    "%s: the mail goes out, once or twice under one id",
    async (_, step, times) => {
      await worker.start();
      for (let round = 0; round < rounds; round += 1) {
        const crashed = crashAt(step);
        const key = await queueOne();
        await crashed;
        await until(async () => (await rowOf(key)).sentAt !== null);
        const { messageId, sealed } = await rowOf(key);
        expect(mailsOf(messageId)).toHaveLength(times);
        expect(sealed).toBeNull();
      }
      expect(await worker.stop()).toBe(0);
    },
  );

  test("while it makes a link: one link and one mail", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const email = `crash${(counter += 1)}@people.example`;
      const { userId } = await app.addPerson("crash", email);
      const letGo = await holdTable("VerificationToken");
      await worker.start();
      await requestReset(email);
      await until(() => isAwaited("VerificationToken"));
      await worker.kill();
      await letGo();
      const before = smtp.mails.length;
      await worker.start();
      await until(async () => smtp.mails.length > before);
      await until(async () => {
        const { rowCount } = await pool().query(
          "SELECT 1 FROM graphile_worker.jobs",
        );
        return rowCount === 0;
      });
      expect(smtp.mails).toHaveLength(before + 1);
      const where = { userId, purpose: "reset" };
      expect(await prisma().verificationToken.count({ where })).toBe(1);
      await worker.stop();
    }
  });

  test("while it makes a mail of what somebody should know: one mail", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const email = `crash${(counter += 1)}@people.example`;
      const { userId } = await app.addPerson("crash", email);
      await app.addMember(app.workspace.id, userId, "viewer");
      const { id: journeyId } = await prisma().journey.create({
        data: { workspaceId: app.workspace.id },
      });
      await prisma().notification.create({
        data: {
          workspaceId: app.workspace.id,
          userId,
          journeyId,
          kind: "mention",
          entityId: journeyId,
        },
      });
      const letGo = await holdTable("OutgoingMail");
      await worker.start();
      await prisma().$transaction((tx) =>
        askForNotices(userId, new Date(), tx),
      );
      await until(() => isAwaited("OutgoingMail"));
      await worker.kill();
      await letGo();
      const mine = () => smtp.mails.filter(({ data }) => data.includes(email));
      await worker.start();
      await until(async () => mine().length > 0);
      await until(async () => {
        const { rowCount } = await pool().query(
          "SELECT 1 FROM graphile_worker.jobs",
        );
        return rowCount === 0;
      });
      expect(mine()).toHaveLength(1);
      const where = { userId, mailedAt: { not: null } };
      expect(await prisma().notification.count({ where })).toBe(1);
      await worker.stop();
    }
  });
});

test("a worker that is told to stop hands nothing on and leaves no trace", async () => {
  await worker.start();
  await until(async () => (await prisma().jobRunner.count()) > 0);
  const key = await queueOne();
  await until(async () => (await rowOf(key)).sentAt !== null);
  expect(await worker.stop()).toBe(0);
  expect(await prisma().jobRunner.count()).toBe(0);
});
