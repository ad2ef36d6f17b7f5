import type { InsideActor } from "@/lib/access/actors";
import { can, mayEver } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

export interface Revocation {
  readonly journeyId: string;
  readonly allowPublicLinks: boolean;
  /** Null: every link of the journey. */
  readonly linkId: string | null;
}

/** Ends one link of a journey, or all of them; whoever watches through it sees it go within seconds. */
export async function revokeShareLinks(
  caller: Caller<InsideActor>,
  { journeyId, linkId, allowPublicLinks }: Revocation,
): Promise<
  Outcome<{ count: number }, "forbidden" | "public_links_off" | "not_found">
> {
  const { actor } = caller;
  const { workspaceId } = actor;
  if (!can(actor, "link:revoke", { allowPublicLinks }))
    return refused(
      mayEver(actor, "link:revoke") ? "public_links_off" : "forbidden",
    );
  const isHere = await prisma().journey.count({
    where: { workspaceId, id: journeyId },
  });
  if (isHere === 0) return refused("not_found");
  const ended = await prisma().$transaction(async (through) => {
    const links = await through.shareLink.updateManyAndReturn({
      where: {
        workspaceId,
        journeyId,
        revokedAt: null,
        ...(linkId !== null && { id: linkId }),
      },
      data: { revokedAt: new Date() },
      select: { id: true },
    });
    for (const { id } of links) {
      const subject = { kind: "share-link", id };
      const detail = { journeyId };
      await audit(
        { caller, workspaceId, action: "link:revoke", subject, detail },
        through,
      );
      const deed = { actor, workspaceId, journeyId, subjectId: id };
      await noteActivity({ ...deed, kind: "share-revoked" }, through);
    }
    return links;
  });
  if (linkId !== null && ended.length === 0) return refused("not_found");
  for (const { id } of ended) {
    announceAccessChange({ kind: "links-ended", workspaceId, linkId: id });
    tellRowsChanged(workspaceId, "share-link", id);
  }
  return { ok: true, count: ended.length };
}
