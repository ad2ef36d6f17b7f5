import {
  channelChoice,
  personaChoice,
  stakeholderChoice,
} from "@/components/room/choices";
import { colourOf } from "@/components/ui/person";
import type { Locale } from "@/lib/i18n/config";
import { packMap } from "@/lib/journey/packed-map";
import { readMapCatalogue } from "@/server/queries/map-catalogue";
import { readStoredMap } from "@/server/queries/shared-map";

interface ShownTo {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly locale: Locale;
}

/** Active and archived rows alike, because a map may still show what was archived. */
async function readCatalogue({ workspaceId, locale }: ShownTo) {
  const { channels, personas, stakeholders } = await readMapCatalogue({
    workspaceId,
  });
  return {
    channels: channels.map((row) => channelChoice(row, locale)),
    personas: personas.map(personaChoice),
    stakeholders: stakeholders.map(stakeholderChoice),
  };
}

/** What every page needs that shows the map itself: the rows that it names, and what is stored of it. */
export async function readShownMap(to: ShownTo) {
  const { journeyId, person } = to;
  const [catalogue, initialMap] = await Promise.all([
    readCatalogue(to),
    readStoredMap(journeyId),
  ]);
  return {
    ...catalogue,
    journeyId,
    me: { id: person.id, name: person.name, colour: colourOf(person.id) },
    initialMap: initialMap && packMap(initialMap),
  };
}
