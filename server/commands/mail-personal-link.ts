import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { audit, type Caller } from "@/server/audit";
import { keyedHash } from "@/server/auth/secrets";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { spend, type Spent } from "@/server/limits/spend";
import { queueMail } from "@/server/mail/queue-mail";
import { personalUrl } from "@/server/person/tokens";

/** Asked for again within this time, it is the same mail. */
const sameMailMs = 60_000;

interface Receiver {
  linkId: string;
  tokenSealed: string;
  sentAt: Date | null;
  locale: string;
  name: string;
  email: string | null;
  workspace: string;
}

async function lockLink(
  workspaceId: string,
  stakeholderId: string,
  tx: Transaction,
): Promise<Receiver | null> {
  const rows = await tx.$queryRaw<Receiver[]>`
    SELECT l.id AS "linkId", l."tokenSealed", l."sentAt", coalesce(l.locale, w.locale) AS locale,
           s.name, s.email, w.name AS workspace
    FROM "PersonalLink" l
    JOIN "Stakeholder" s ON s."workspaceId" = l."workspaceId" AND s.id = l."stakeholderId"
      AND s."archivedAt" IS NULL AND s."userId" IS NULL
    JOIN "Workspace" w ON w.id = l."workspaceId"
    WHERE l."workspaceId" = ${workspaceId}::uuid AND l."stakeholderId" = ${stakeholderId}::uuid
      AND l."revokedAt" IS NULL AND l."expiresAt" > now()
    FOR UPDATE OF l`;
  return rows[0] ?? null;
}

async function queue(
  receiver: Receiver & { email: string; link: string },
  { userId, stakeholderId }: { userId: string; stakeholderId: string },
  tx: Transaction,
): Promise<void> {
  const { linkId, email: to, locale, name, workspace, link } = receiver;
  const now = new Date();
  const sender = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  await tx.personalLink.update({
    where: { id: linkId },
    data: { sentAt: now },
  });
  const mail = {
    to,
    locale,
    kind: "personalLink",
    values: { name, workspace, sender: sender.name, link },
    while: { stakeholderId, linkId, userId: null, isDigest: false },
  } as const;
  await queueMail(`personal-link:${linkId}:${now.toISOString()}`, mail, tx);
}

type Mailed = Outcome<object, "forbidden" | "not_found" | "address_missing">;

async function mailOnce(
  caller: Caller<InsideActor>,
  stakeholderId: string,
  tx: Transaction,
): Promise<Mailed> {
  const { workspaceId, userId } = caller.actor;
  const found = await lockLink(workspaceId, stakeholderId, tx);
  const link = found && personalUrl(found.tokenSealed);
  if (!found || !link) return refused("not_found");
  const { email, sentAt, linkId } = found;
  if (!email) return refused("address_missing");
  if (sentAt && Date.now() - sentAt.getTime() < sameMailMs) return { ok: true };
  await queue({ ...found, email, link }, { userId, stakeholderId }, tx);
  const subject = { kind: "person-link", id: linkId };
  const detail = { stakeholderId };
  await audit(
    { caller, workspaceId, action: "person-link:mail", subject, detail },
    tx,
  );
  return { ok: true };
}

/** Mails a stakeholder their personal link, in their language. Pressed twice it goes out once. */
export async function mailPersonalLink(
  caller: Caller<InsideActor>,
  stakeholderId: string,
): Promise<Mailed | Extract<Spent, { ok: false }>> {
  const { actor } = caller;
  if (!can(actor, "person-link:change")) return refused("forbidden");
  const { workspaceId } = actor;
  const where = { workspaceId_id: { workspaceId, id: stakeholderId } };
  const known = await prisma().stakeholder.findUnique({ where });
  if (!known) return refused("not_found");
  const spent = await spend("personMailWorkspace", workspaceId);
  if (!spent.ok) return spent;
  if (known.email) {
    const key = keyedHash("limit", known.email.toLowerCase());
    const toAddress = await spend("personMailEmail", key);
    if (!toAddress.ok) return toAddress;
  }
  return prisma().$transaction((tx) => mailOnce(caller, stakeholderId, tx));
}
