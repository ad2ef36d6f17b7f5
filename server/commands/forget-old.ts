import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";

const dayMs = 24 * 60 * 60 * 1000;
const batch = 10_000;

/** As server/auth/identify.ts counts them: after this a session opens nothing any more. */
const sessionDays = { idle: 14, absolute: 30 } as const;
/** Longer than a mail with the link may still be on its way. */
const linkTokenDays = 3;
const apiTokenDays = 30;
const invitationDays = 30;
const mailDays = 30;
const failedJobDays = 30;
const notificationDays = 180;
const activityDays = 365;
const importWorkDays = 1;
/** As long as nobody is told again of what was taken from them and given back; and how long it may be off its map. */
const personToldDays = { taken: 7, away: 365 };

const daysBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * dayMs);

async function forgetSessions(now: Date): Promise<number> {
  const { count } = await prisma().session.deleteMany({
    where: {
      OR: [
        { revokedAt: { lt: daysBefore(now, 1) } },
        { lastSeenAt: { lt: daysBefore(now, sessionDays.idle) } },
        { createdAt: { lt: daysBefore(now, sessionDays.absolute) } },
      ],
    },
  });
  return count;
}

/** Links for a new password or a sign-up that were used or have expired. */
async function forgetLinkTokens(now: Date): Promise<number> {
  const before = daysBefore(now, linkTokenDays);
  const { count } = await prisma().verificationToken.deleteMany({
    where: { OR: [{ usedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}

async function forgetApiTokens(now: Date): Promise<number> {
  const before = daysBefore(now, apiTokenDays);
  const { count } = await prisma().apiToken.deleteMany({
    where: {
      OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }],
    },
  });
  return count;
}

/** Invitations that nobody has used. */
async function forgetInvitations(now: Date): Promise<number> {
  const { count } = await prisma().invitation.deleteMany({
    where: {
      acceptedAt: null,
      createdAt: { lt: daysBefore(now, invitationDays) },
    },
  });
  return count;
}

/** What is left of mails once they were sent or given up: that there was one. */
async function forgetMails(now: Date): Promise<number> {
  const { count } = await prisma().outgoingMail.deleteMany({
    where: { sealed: null, createdAt: { lt: daysBefore(now, mailDays) } },
  });
  return count;
}

/** Deleted pieces can be brought back as long as a journey can be taken out of the bin. */
async function forgetEvidence(now: Date): Promise<number> {
  const { count } = await prisma().evidence.deleteMany({
    where: { deletedAt: { lt: daysBefore(now, env.BIN_DAYS) } },
  });
  return count;
}

/** An inbox is for what is new; the threads themselves stay. */
async function forgetNotifications(now: Date): Promise<number> {
  const { count } = await prisma().notification.deleteMany({
    where: { createdAt: { lt: daysBefore(now, notificationDays) } },
  });
  return count;
}

/** A feed is for what people did of late; of what maps said before, their versions tell. */
async function forgetActivities(now: Date): Promise<number> {
  const { count } = await prisma().activity.deleteMany({
    where: { at: { lt: daysBefore(now, activityDays) } },
  });
  return count;
}

/** How far imports were is told while they go on, and how they ended for a day; what they brought is their own row. */
async function forgetImportWorks(now: Date): Promise<number> {
  const { count } = await prisma().importWork.deleteMany({
    where: { createdAt: { lt: daysBefore(now, importWorkDays) } },
  });
  return count;
}

/** What somebody without an account was told by mail, once that keeps no mail from them. */
async function forgetPersonTold(now: Date): Promise<number> {
  const { taken, away } = personToldDays;
  // What still is theirs is remembered as long as it is.
  return prisma().$executeRaw`
    DELETE FROM "PersonTold" p
    WHERE (p."takenAt" IS NOT NULL AND p.at < ${daysBefore(now, taken)}::timestamptz)
       OR (p.at < ${daysBefore(now, away)}::timestamptz
           AND NOT EXISTS (
             SELECT 1 FROM "TaskRow" k
             WHERE k."workspaceId" = p."workspaceId" AND k."stakeholderId" = p."stakeholderId" AND k."cardId" = p."entityId")
           AND NOT EXISTS (
             SELECT 1 FROM "TouchpointOwner" o
             WHERE o."workspaceId" = p."workspaceId" AND o."stakeholderId" = p."stakeholderId" AND o."touchpointId" = p."entityId"))`;
}

async function forgetCounters(now: Date): Promise<number> {
  const { count } = await prisma().rateLimit.deleteMany({
    where: { expire: { lt: BigInt(now.getTime()) } },
  });
  return count;
}

async function forgetFailedJobs(now: Date): Promise<number> {
  const done = await prisma().$queryRaw<unknown[]>`
    SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < ${daysBefore(now, failedJobDays)}::timestamptz
    HAVING count(*) > 0`;
  return done.length;
}

/** The database decides by its own clock what of the audit may go: see the function's own words. */
async function forgetAudit(): Promise<number> {
  let total = 0;
  for (;;) {
    const [row] = await prisma().$queryRaw<{ gone: number }[]>`
      SELECT forget_audit_events(${batch}::integer) AS gone`;
    total += row?.gone ?? 0;
    if ((row?.gone ?? 0) < batch) return total;
  }
}

async function forgetAddresses(): Promise<number> {
  let total = 0;
  for (;;) {
    const [row] = await prisma().$queryRaw<{ gone: number }[]>`
      SELECT forget_audit_addresses(${batch}::integer) AS gone`;
    total += row?.gone ?? 0;
    if ((row?.gone ?? 0) < batch) return total;
  }
}

/** How many rows of each kind went. */
export type Forgotten = Readonly<
  Record<
    | "sessions"
    | "linkTokens"
    | "apiTokens"
    | "invitations"
    | "mails"
    | "evidence"
    | "notifications"
    | "activities"
    | "importWorks"
    | "personTold"
    | "counters"
    | "failedJobs"
    | "auditEvents"
    | "addresses",
    number
  >
>;

/** Deletes what was promised to be kept for a time only. Each part may be cut short and done again. */
export async function forgetOld(now: Date): Promise<Forgotten> {
  return {
    sessions: await forgetSessions(now),
    linkTokens: await forgetLinkTokens(now),
    apiTokens: await forgetApiTokens(now),
    invitations: await forgetInvitations(now),
    mails: await forgetMails(now),
    evidence: await forgetEvidence(now),
    notifications: await forgetNotifications(now),
    activities: await forgetActivities(now),
    importWorks: await forgetImportWorks(now),
    personTold: await forgetPersonTold(now),
    counters: await forgetCounters(now),
    failedJobs: await forgetFailedJobs(now),
    auditEvents: await forgetAudit(),
    addresses: await forgetAddresses(),
  };
}
