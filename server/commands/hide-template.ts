import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { isTemplateKey } from "@/lib/templates/seed";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Hides a built-in template from a workspace, or shows it again. The blank map is always there. */
export async function hideTemplate(
  caller: Caller<InsideActor>,
  { key, hidden }: { key: string; hidden: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  if (!can(actor, "workspace:change")) return refused("forbidden");
  if (!isTemplateKey(key) || key === "blank") return refused("not_found");
  const { workspaceId } = actor;
  await prisma().$transaction(async (through) => {
    const where = { workspaceId_key: { workspaceId, key } };
    if (hidden)
      await through.hiddenTemplate.upsert({
        where,
        create: { workspaceId, key },
        update: {},
      });
    else
      await through.hiddenTemplate.deleteMany({ where: { workspaceId, key } });
    const action = hidden ? "template:hide" : "template:show";
    const subject = { kind: "template", id: key };
    await audit({ caller, workspaceId, action, subject }, through);
  });
  return { ok: true };
}
