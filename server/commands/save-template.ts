import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { NewTemplate, TemplateChange } from "@/lib/api/templates";
import { seedOf } from "@/lib/journey/seed-of";
import { templateOf } from "@/lib/templates/saved";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { readDocument } from "@/server/sync/door";
import { isJourneyHere } from "./is-journey-here";

type Refusal = "forbidden" | "not_found";

/** Keeps a map as a template of the workspace, without the people, feelings and files of the map. */
export async function saveTemplate(
  caller: Caller<InsideActor>,
  { journeyId, name, description, keep }: NewTemplate,
): Promise<Outcome<{ templateId: string }, Refusal>> {
  const { actor } = caller;
  const { workspaceId, userId } = actor;
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const seed = templateOf(seedOf((await readDocument(journeyId)).map), keep);
  const plain = JSON.parse(JSON.stringify(seed)) as object;
  const { id } = await prisma().$transaction(async (through) => {
    const row = await through.template.create({
      data: {
        workspaceId,
        name,
        description,
        locale: seed.locale,
        seed: plain,
        createdById: userId,
      },
      select: { id: true },
    });
    const subject = { kind: "template", id: row.id };
    const action = "template:create";
    await audit(
      { caller, workspaceId, action, subject, detail: { journeyId, keep } },
      through,
    );
    return row;
  });
  return { ok: true, templateId: id };
}

/** Renames or describes a template of the workspace. */
export async function changeTemplate(
  { actor }: Caller<InsideActor>,
  templateId: string,
  change: TemplateChange,
): Promise<Outcome<object, Refusal>> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { count } = await prisma().template.updateMany({
    where: { workspaceId, id: templateId, archivedAt: null },
    data: change,
  });
  return count === 0 ? refused("not_found") : { ok: true };
}

/** Takes a template out of the gallery, or brings it back; journeys made of it stay as they are. */
export async function archiveTemplate(
  caller: Caller<InsideActor>,
  { templateId, archived }: { templateId: string; archived: boolean },
): Promise<Outcome<object, Refusal>> {
  const { actor } = caller;
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  return prisma().$transaction(async (through) => {
    const { count } = await through.template.updateMany({
      where: {
        workspaceId,
        id: templateId,
        archivedAt: archived ? null : { not: null },
      },
      data: { archivedAt: archived ? new Date() : null },
    });
    if (count === 0) return refused("not_found");
    const action = archived ? "template:delete" : "template:restore";
    const subject = { kind: "template", id: templateId };
    await audit({ caller, workspaceId, action, subject }, through);
    return { ok: true } as const;
  });
}
