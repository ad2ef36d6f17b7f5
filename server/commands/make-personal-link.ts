import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { NewPersonalLink } from "@/lib/api/person";
import { audit, type Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { endPersonalLinks } from "@/server/person/end-links";
import { newPersonalToken } from "@/server/person/tokens";

const dayMs = 24 * 60 * 60 * 1000;

interface Receiver {
  email: string | null;
  userId: string | null;
  isMember: boolean;
  archivedAt: Date | null;
}

/** Locked, so that of two links that are made at once one ends the other. */
async function lockStakeholder(
  workspaceId: string,
  stakeholderId: string,
  tx: Transaction,
): Promise<Receiver | null> {
  const rows = await tx.$queryRaw<Receiver[]>`
    SELECT s.email, s."userId", s."archivedAt", EXISTS (
      SELECT 1 FROM "Membership" m WHERE m."workspaceId" = s."workspaceId" AND m."userId" = s."userId"
    ) AS "isMember"
    FROM "Stakeholder" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s.id = ${stakeholderId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

type Made = Outcome<
  { linkId: string },
  "forbidden" | "not_found" | "conflict" | "address_missing"
>;

/**
 * Gives a stakeholder without an account a way to what is theirs. A link that they had ends with it. Refused as
 * a conflict where they are archived or a member.
 */
export async function makePersonalLink(
  caller: Caller<InsideActor>,
  { stakeholderId, days, locale }: NewPersonalLink & { stakeholderId: string },
): Promise<Made> {
  const { actor } = caller;
  if (!can(actor, "person-link:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  return prisma().$transaction(async (tx): Promise<Made> => {
    const receiver = await lockStakeholder(workspaceId, stakeholderId, tx);
    if (!receiver) return refused("not_found");
    if (receiver.isMember || receiver.archivedAt) return refused("conflict");
    if (!receiver.email) return refused("address_missing");
    // Somebody who has left is a person without an account again.
    if (receiver.userId)
      await tx.stakeholder.update({
        where: { workspaceId_id: { workspaceId, id: stakeholderId } },
        data: { userId: null, version: { increment: 1 } },
      });
    await endPersonalLinks({ workspaceId, stakeholderId }, tx);
    const { tokenHash, tokenSealed } = newPersonalToken();
    const { id } = await tx.personalLink.create({
      data: {
        workspaceId,
        stakeholderId,
        tokenHash,
        tokenSealed,
        locale,
        createdById: userId,
        expiresAt: new Date(Date.now() + days * dayMs),
      },
      select: { id: true },
    });
    const subject = { kind: "person-link", id };
    const detail = { stakeholderId, days };
    await audit(
      { caller, workspaceId, action: "person-link:create", subject, detail },
      tx,
    );
    return { ok: true, linkId: id };
  });
}
