import { randomUUID } from "node:crypto";
import type { ChannelId, PersonaId, StakeholderId } from "@/lib/journey/ids";
import { grownSeed } from "@/lib/templates/grown";
import { writeJourney } from "@/server/commands/write-journey";
import { inTransaction } from "@/server/db/in-transaction";
import type { ManyIds } from "@/test/many-rows";

/** Writes the large German map into a workspace of rows. Returns its id. */
export async function grownMap(
  ids: ManyIds & { readonly userId: string },
): Promise<string> {
  const { workspaceId, userId } = ids;
  const journeyId = randomUUID();
  const seed = grownSeed({
    personas: [ids.personaId as PersonaId],
    stakeholders: [ids.stakeholderId as StakeholderId],
    channels: [ids.channelId as ChannelId],
    random: Math.random,
  });
  const author = { kind: "user", id: userId } as const;
  await inTransaction((client) =>
    writeJourney(client, { journeyId, workspaceId, seed, author, userId }),
  );
  return journeyId;
}
