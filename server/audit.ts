import type { Actor } from "@/lib/access/actors";
import type { Prisma } from "@/server/db/generated/client";
import { prisma, type Database, type Transaction } from "@/server/db/prisma";

/** Whoever asks, and from where: what commands are handed and the audit keeps. */
export interface Caller<A extends Actor = Actor> {
  readonly actor: A;
  readonly ip: string;
}

export interface AuditEntry {
  readonly caller: Caller;
  readonly workspaceId: string | null;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id?: string | null };
  readonly outcome?: "done" | "denied";
  /** Ids, roles and flags; never content, names or addresses. */
  readonly detail?: Prisma.InputJsonObject;
}

function whoIs(actor: Actor): { actorKind: string; actorId: string | null } {
  switch (actor.kind) {
    case "member":
    case "outsider":
      return { actorKind: "user", actorId: actor.userId };
    case "token":
      return { actorKind: "token", actorId: actor.tokenId };
    case "person":
      return { actorKind: "person", actorId: actor.stakeholderId };
    case "pulse":
      return { actorKind: "pulse", actorId: actor.pulseId };
    case "link":
      return { actorKind: "link", actorId: actor.linkId };
    case "anonymous":
      return { actorKind: "anonymous", actorId: null };
  }
}

/** Writes down who did what, in the same transaction as the deed where one is given. */
export async function audit(
  entry: AuditEntry,
  through: Database | Transaction = prisma(),
): Promise<void> {
  await through.auditEvent.create({
    data: {
      ...whoIs(entry.caller.actor),
      workspaceId: entry.workspaceId,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id ?? null,
      outcome: entry.outcome ?? "done",
      ip: entry.caller.ip,
      detail: entry.detail ?? {},
    },
  });
}
