import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { endPersonalLinks } from "@/server/person/end-links";

/** Ends the personal link of a stakeholder; a page that is open shows nothing more with its next request. */
export async function revokePersonalLink(
  caller: Caller<InsideActor>,
  stakeholderId: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  if (!can(actor, "person-link:change")) return refused("forbidden");
  const { workspaceId } = actor;
  return prisma().$transaction(async (tx) => {
    const ended = await endPersonalLinks({ workspaceId, stakeholderId }, tx);
    for (const id of ended) {
      const subject = { kind: "person-link", id };
      const detail = { stakeholderId };
      await audit(
        { caller, workspaceId, action: "person-link:revoke", subject, detail },
        tx,
      );
    }
    return ended.length > 0 ? { ok: true } : refused("not_found");
  });
}
