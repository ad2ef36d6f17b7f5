import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import {
  channelChoice,
  personaChoice,
  stakeholderChoice,
} from "@/components/room/choices";
import { id as idSchema } from "@/lib/api/common";
import { listChannels } from "@/server/queries/channels";
import { journeySummary } from "@/server/queries/journeys";
import { listPersonas } from "@/server/queries/personas";
import { listStakeholders } from "@/server/queries/stakeholders";
import { standingOf } from "../../standing";

/** The journey as the list knows it; "not found" for what is no id, another team's, or in the trash. */
export async function readJourney({ slug, id }: { slug: string; id: string }) {
  const standing = await standingOf(slug);
  const workspaceId = standing.workspace.id;
  if (!idSchema.safeParse(id).success) notFound();
  const journey = await journeySummary({ workspaceId, journeyId: id });
  if (!journey || journey.deletedAt !== null) notFound();
  return { standing, journey };
}

/** Active and archived rows alike, because a map may still show what was archived. */
export async function readCatalogue(workspaceId: string) {
  const [channels, locale, ...lists] = await Promise.all([
    listChannels({ workspaceId }),
    getLocale(),
    listPersonas({ workspaceId, archived: false }),
    listPersonas({ workspaceId, archived: true }),
    listStakeholders({ workspaceId, archived: false, withEmail: false }),
    listStakeholders({ workspaceId, archived: true, withEmail: false }),
  ]);
  const [personas, formerPersonas, stakeholders, formerStakeholders] = lists;
  return {
    channels: channels.map((row) => channelChoice(row, locale)),
    personas: [...personas, ...formerPersonas].map(personaChoice),
    stakeholders: [...stakeholders, ...formerStakeholders].map(
      stakeholderChoice,
    ),
  };
}
