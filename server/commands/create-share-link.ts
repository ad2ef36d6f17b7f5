import type { InsideActor } from "@/lib/access/actors";
import { can, mayEver } from "@/lib/access/can";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { newShareToken } from "@/server/share/tokens";

export interface ShareLinkRequest {
  readonly journeyId: string;
  readonly allowPublicLinks: boolean;
  readonly name: string;
  readonly expiresAt: Date | null;
  readonly showOwners: boolean;
  readonly laneIds: readonly string[];
}

/** Makes a read-only link to a journey. The token leaves once here and rests sealed. */
export async function createShareLink(
  caller: Caller<InsideActor>,
  request: ShareLinkRequest,
): Promise<
  Outcome<
    { linkId: string },
    "forbidden" | "public_links_off" | "not_found" | "invalid"
  >
> {
  const { actor } = caller;
  const { workspaceId, userId } = actor;
  const { allowPublicLinks, journeyId, expiresAt, laneIds, ...rest } = request;
  if (!can(actor, "link:create", { allowPublicLinks }))
    return refused(
      mayEver(actor, "link:create") ? "public_links_off" : "forbidden",
    );
  if (expiresAt && expiresAt <= new Date()) return refused("invalid");
  const journey = await prisma().journey.findUnique({
    where: { workspaceId_id: { workspaceId, id: journeyId }, deletedAt: null },
    select: { id: true },
  });
  if (!journey) return refused("not_found");
  const { tokenHash, tokenSealed } = newShareToken();
  const link = await prisma().$transaction(async (through) => {
    const made = await through.shareLink.create({
      data: {
        ...rest,
        tokenHash,
        tokenSealed,
        workspaceId,
        journeyId,
        expiresAt,
        laneIds: [...laneIds],
        createdById: userId,
      },
    });
    const subject = { kind: "share-link", id: made.id };
    const detail = { journeyId };
    await audit(
      { caller, workspaceId, action: "link:create", subject, detail },
      through,
    );
    const deed = { actor, workspaceId, journeyId, subjectId: made.id };
    await noteActivity({ ...deed, kind: "share-made" }, through);
    return made;
  });
  tellRowsChanged(workspaceId, "share-link", link.id);
  return { ok: true, linkId: link.id };
}
