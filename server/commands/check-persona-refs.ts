import type { PersonaFields } from "@/lib/api/personas";
import { prisma } from "@/server/db/prisma";

/** Whether the picture and the channels that a persona names belong to its workspace. */
export async function hasOwnRefs(
  workspaceId: string,
  fields: Partial<Pick<PersonaFields, "pictureId" | "favouriteChannels">>,
): Promise<boolean> {
  if (fields.pictureId) {
    const picture = await prisma().fileObject.findUnique({
      where: {
        workspaceId_id: { workspaceId, id: fields.pictureId },
        deletedAt: null,
        mime: { startsWith: "image/" },
      },
      select: { id: true },
    });
    if (!picture) return false;
  }
  const wanted = [...new Set(fields.favouriteChannels ?? [])];
  if (wanted.length === 0) return true;
  const found = await prisma().channel.count({
    where: { workspaceId, id: { in: wanted } },
  });
  return found === wanted.length;
}
