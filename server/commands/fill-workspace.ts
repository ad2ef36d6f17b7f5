import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { InsideActor } from "@/lib/access/actors";
import type { ChannelId, PersonaId } from "@/lib/journey/ids";
import { BUILT_IN_CHANNELS, type ChannelKey } from "@/lib/templates/channels";
import { sampleSeed } from "@/lib/templates/sample";
import { sampleEvidence } from "@/lib/templates/sample-evidence";
import {
  samplePersona,
  sampleStakeholders,
} from "@/lib/templates/sample-people";
import type { ChannelIds } from "@/lib/templates/seed-parts";
import { templateLocale, type TemplateLocale } from "@/lib/templates/text";
import { inTransaction } from "@/server/db/in-transaction";
import { authorOf } from "./author-of";
import { castStakeholders } from "./cast-stakeholders";
import { writeExampleEvidence } from "./example-evidence";
import { writeJourney } from "./write-journey";

interface Filling {
  readonly client: pg.PoolClient;
  readonly workspaceId: string;
  readonly locale: TemplateLocale;
}

/** The built-in channels; those that are there already keep their ids. */
async function addChannels({ client, workspaceId, locale }: Filling) {
  for (const [pos, channel] of BUILT_IN_CHANNELS.entries())
    await client.query(
      `INSERT INTO "Channel" (id, "workspaceId", key, name, icon, medium, pos) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ("workspaceId", key) DO NOTHING`,
      [
        randomUUID(),
        workspaceId,
        channel.key,
        channel.name[locale],
        channel.icon,
        channel.medium,
        pos,
      ],
    );
  const { rows } = await client.query<{ id: ChannelId; key: ChannelKey }>(
    `SELECT id, key FROM "Channel" WHERE "workspaceId" = $1 AND key IS NOT NULL`,
    [workspaceId],
  );
  return Object.fromEntries(rows.map(({ id, key }) => [key, id])) as ChannelIds;
}

const personaTexts = [
  "name",
  "summary",
  "household",
  "residence",
  "purchases",
  "goals",
  "wishes",
  "pains",
  "activities",
  "issuesSolved",
  "needsMet",
  "usefulInfo",
  "whyUs",
  "sourceNote",
] as const;

async function addPersona(
  { client, workspaceId, locale }: Filling,
  channels: ChannelIds,
): Promise<PersonaId> {
  const id = randomUUID();
  const { colour, shopping, sources, favouriteChannels, attributes } =
    samplePersona;
  const columns = personaTexts.map((name) => `"${name}"`).join(", ");
  const places = personaTexts.map((_, index) => `$${index + 8}`).join(", ");
  await client.query(
    `INSERT INTO "Persona" (id, "workspaceId", colour, shopping, sources, "favouriteChannels", attributes, "updatedAt", ${columns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, now(), ${places})`,
    [
      id,
      workspaceId,
      colour,
      shopping,
      sources,
      favouriteChannels.flatMap((key) => channels[key] ?? []),
      JSON.stringify(
        attributes.map(({ name, value }) => ({
          name: name[locale],
          value: value[locale],
        })),
      ),
      ...personaTexts.map((name) => samplePersona[name][locale]),
    ],
  );
  return id as PersonaId;
}

/**
 * Gives a new workspace its channels and a filled sample map with its persona and stakeholders, in the
 * language of the person who made it. All or nothing; a workspace that has a journey is left as it is.
 */
export async function fillWorkspace(input: {
  workspaceId: string;
  actor: InsideActor;
  locale: string;
}): Promise<void> {
  const { workspaceId, actor } = input;
  const { userId } = actor;
  await inTransaction(async (client) => {
    // Asked twice at once, the second waits here and then finds the first one's journey.
    await client.query(`SELECT 1 FROM "Workspace" WHERE id = $1 FOR UPDATE`, [
      workspaceId,
    ]);
    const { rowCount } = await client.query(
      `SELECT 1 FROM "Journey" WHERE "workspaceId" = $1 LIMIT 1`,
      [workspaceId],
    );
    if (rowCount) return;
    const filling = {
      client,
      workspaceId,
      locale: templateLocale(input.locale),
    };
    const channels = await addChannels(filling);
    const persona = await addPersona(filling, channels);
    const stakeholders = await castStakeholders(client, {
      ...filling,
      stakeholders: sampleStakeholders,
    });
    const journeyId = randomUUID();
    const { columnIds } = await writeJourney(client, {
      journeyId,
      workspaceId,
      seed: sampleSeed(filling.locale, { persona, stakeholders, channels }),
      author: authorOf(actor),
      userId,
    });
    await writeExampleEvidence(client, {
      ...filling,
      journeyId,
      userId,
      columnIds,
      evidence: sampleEvidence,
    });
  });
}
