import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { JourneyEditor } from "@/components/map/journey-editor";
import {
  channelChoice,
  personaChoice,
  stakeholderChoice,
} from "@/components/room/choices";
import { colourOf } from "@/components/ui/person";
import { ClientMessages } from "@/components/workspace/client-messages";
import { ShareButton } from "@/components/workspace/share/share-button";
import { can } from "@/lib/access/can";
import { id as idSchema } from "@/lib/api/common";
import { listChannels } from "@/server/queries/channels";
import { journeySummary } from "@/server/queries/journeys";
import { listPersonas } from "@/server/queries/personas";
import { readStoredMap } from "@/server/queries/shared-map";
import { listStakeholders } from "@/server/queries/stakeholders";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The journey as the list knows it; "not found" for what is no id, another team's, or in the trash. */
async function readJourney({ slug, id }: { slug: string; id: string }) {
  const standing = await standingOf(slug);
  const workspaceId = standing.workspace.id;
  if (!idSchema.safeParse(id).success) notFound();
  const journey = await journeySummary({ workspaceId, journeyId: id });
  if (!journey || journey.deletedAt !== null) notFound();
  return { standing, journey };
}

/** Active and archived rows alike, because a map may still show what was archived. */
async function readCatalogue(workspaceId: string, withEmail: boolean) {
  const [channels, locale, ...lists] = await Promise.all([
    listChannels({ workspaceId }),
    getLocale(),
    listPersonas({ workspaceId, archived: false }),
    listPersonas({ workspaceId, archived: true }),
    listStakeholders({ workspaceId, archived: false, withEmail }),
    listStakeholders({ workspaceId, archived: true, withEmail }),
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

export async function generateMetadata({
  params,
}: PageProps): Promise<Metadata> {
  const { journey } = await readJourney(await params);
  return journey.title ? { title: journey.title } : {};
}

/** What the address asks to open beside the map. */
async function recordIn(searchParams: PageProps["searchParams"]) {
  const { touchpoint, card } = await searchParams;
  if (typeof touchpoint === "string")
    return { kind: "touchpoint" as const, id: touchpoint };
  return typeof card === "string" ? { kind: "card" as const, id: card } : null;
}

export default async function JourneyPage({ params, searchParams }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { actor, workspace, person, may } = standing;
  const { allowPublicLinks } = workspace;
  const [catalogue, initialMap] = await Promise.all([
    readCatalogue(workspace.id, false),
    readStoredMap(journey.id),
  ]);
  const mayShare = can(actor, "link:read", { allowPublicLinks });
  return (
    <ClientMessages
      namespaces={["map", "room", "touchpoint", "emotion", "share"]}
    >
      <main className="h-dvh">
        <JourneyEditor
          {...catalogue}
          journeyId={journey.id}
          workspace={{ slug: workspace.slug }}
          me={{ id: person.id, name: person.name, colour: colourOf(person.id) }}
          abilities={{ edit: may["journey:edit"], share: mayShare }}
          singleKeys={person.singleKeys}
          initialMap={initialMap}
          opens={await recordIn(searchParams)}
          actions={
            mayShare ? (
              <ShareButton
                key="share"
                slug={workspace.slug}
                journeyId={journey.id}
                title={journey.title}
              />
            ) : null
          }
        />
      </main>
    </ClientMessages>
  );
}
