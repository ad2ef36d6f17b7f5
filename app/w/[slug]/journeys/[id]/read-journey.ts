import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import {
  channelChoice,
  personaChoice,
  stakeholderChoice,
} from "@/components/room/choices";
import { colourOf } from "@/components/ui/person";
import { id as idSchema } from "@/lib/api/fields";
import { journeySummary } from "@/server/queries/journeys";
import { packMap } from "@/lib/journey/packed-map";
import { readMapCatalogue } from "@/server/queries/map-catalogue";
import { readStoredMap } from "@/server/queries/shared-map";
import { standingOf } from "../../standing";

/** A page and its title ask for the same. */
const readOnce = cache(async (slug: string, id: string) => {
  const standing = await standingOf(slug);
  const workspaceId = standing.workspace.id;
  if (!idSchema.safeParse(id).success) notFound();
  const journey = await journeySummary({ workspaceId, journeyId: id });
  if (!journey || journey.deletedAt !== null) notFound();
  return { standing, journey };
});

/** The journey as the list knows it; "not found" for what is no id, another team's, or in the trash. */
export const readJourney = ({ slug, id }: { slug: string; id: string }) =>
  readOnce(slug, id);

/** Active and archived rows alike, because a map may still show what was archived. */
async function readCatalogue(workspaceId: string) {
  const [{ channels, personas, stakeholders }, locale] = await Promise.all([
    readMapCatalogue({ workspaceId }),
    getLocale(),
  ]);
  return {
    channels: channels.map((row) => channelChoice(row, locale)),
    personas: personas.map(personaChoice),
    stakeholders: stakeholders.map(stakeholderChoice),
  };
}

/** What every page needs that shows the map itself: the journey, the rows it names, and what is stored of it. */
export async function readMapPage(params: { slug: string; id: string }) {
  const { standing, journey } = await readJourney(params);
  const { workspace, person } = standing;
  const [catalogue, initialMap] = await Promise.all([
    readCatalogue(workspace.id),
    readStoredMap(journey.id),
  ]);
  const me = { id: person.id, name: person.name, colour: colourOf(person.id) };
  return {
    standing,
    shown: {
      ...catalogue,
      journeyId: journey.id,
      me,
      initialMap: initialMap && packMap(initialMap),
    },
  };
}
